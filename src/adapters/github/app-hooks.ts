import type { Probot } from "probot";
import { z } from "zod";
import type { AppHooks } from "../../ports/app-hooks.ts";
import { fail } from "./fail.ts";

/** A request that hangs longer is given up; GitHub itself gives up after ten seconds. */
const timeoutMs = 30_000;

/** Ids are 64 bits: octokit reads those that JavaScript's numbers cannot hold as `bigint`. */
const Deliveries = z.array(
  z
    .object({
      id: z.union([z.int(), z.bigint()]),
      guid: z.string(),
      delivered_at: z.coerce.date(),
      status_code: z.number(),
    })
    .transform(({ id, guid, delivered_at: deliveredAt, status_code: status }) => ({
      id: String(id),
      guid,
      deliveredAt,
      isTaken: status >= 200 && status < 300,
    })),
);

/**
 * The App's delivery log, asked as the App itself. Its filter by outcome is not used: "failure" means a status
 * of 400 to 599 (`@octokit/openapi-types`), and what never had an answer need not have one of those.
 */
export function createAppHooks(probot: Pick<Probot, "auth">): AppHooks {
  const ask = async (task: string, route: string, parameters: object, signal: AbortSignal) => {
    try {
      const octokit = await probot.auth();
      const limits = { retries: 0, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
      return await octokit.request(route, { ...parameters, request: limits });
    } catch (thrown) {
      return fail(task, thrown);
    }
  };
  return {
    async list(cursor, signal) {
      const parameters = { per_page: 100, ...(cursor === null ? {} : { cursor }) };
      const route = "GET /app/hook/deliveries";
      const { data, headers } = await ask("list deliveries", route, parameters, signal);
      return { deliveries: Deliveries.parse(data), next: readCursor(headers.link) };
    },
    async redeliver(id, signal) {
      const route = "POST /app/hook/deliveries/{id}/attempts";
      await ask("have a delivery sent again", route, { id }, signal);
    },
  };
}

function readCursor(link: string | undefined): string | null {
  const [, address] = /<([^>]+)>;\s*rel="next"/.exec(link ?? "") ?? [];
  return address === undefined ? null : new URL(address).searchParams.get("cursor");
}
