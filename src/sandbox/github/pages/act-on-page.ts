import { z } from "zod";
import { actAs } from "../../person.ts";
import type { Place } from "./frame-repository.ts";

const Refused = z.object({ message: z.string() });
const Graphql = z.object({ errors: z.array(Refused).optional() });

/** Uses the API as the person whom the visitor plays; returns what GitHub refused with, or undefined when it is done. */
export async function askApi(
  { world, person }: Place,
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
): Promise<string | undefined> {
  const { status, body } = await actAs(world.url, person).request(request.method, request.path, request.body);
  return status < 300 ? undefined : (Refused.safeParse(body).data?.message ?? `status ${status}`);
}

/** The same in GraphQL, for a mutation that takes nothing but the id of a pull request. */
export async function mutatePull(
  { world, person }: Place,
  field: "markPullRequestReadyForReview" | "convertPullRequestToDraft",
  id: string,
): Promise<string | undefined> {
  const query = `mutation($id: ID!) { ${field}(input: { pullRequestId: $id }) { clientMutationId } }`;
  const { body } = await actAs(world.url, person).requestGraphql(query, { id });
  return Graphql.safeParse(body).data?.errors?.[0]?.message;
}
