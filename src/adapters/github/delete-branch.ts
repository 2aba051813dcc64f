import { failIfPassing, type GithubClient } from "./client.ts";

/**
 * Deletes a branch; whether it is gone then. A rule of the repository may keep it; somebody may have deleted it
 * first ("Reference does not exist", public thread Mergify#3757).
 */
export async function deleteBranch(client: GithubClient, nodeId: string): Promise<boolean> {
  const document = `mutation DeleteBranch($branch: DeleteRefInput!) {
    deleteRef(input: $branch) { clientMutationId }
  }`;
  const task = "delete the branch";
  const { problems } = await client.mutate(task, document, { branch: { refId: nodeId } });
  failIfPassing(task, problems);
  return problems.every(({ type, message }) => type === "NOT_FOUND" || /does not exist/i.test(message));
}
