/** A repository that the App may see by an installation. */
export type InstalledRepository = {
  readonly id: string;
  readonly nodeId: string;
  readonly owner: string;
  readonly name: string;
};

/** Where the App is installed, as GitHub has it now. Errors are those of `Repository`. */
export interface Installations {
  /** Those that may be asked; suspended ones are left out. A request for each hundred. */
  list(signal: AbortSignal): Promise<readonly { readonly id: number; readonly owner: string }[]>;
  /** A page of its repositories, a hundred at most; `page` counts from 1. One request. */
  listRepositories(installationId: number, page: number): Promise<readonly InstalledRepository[]>;
  /** Which version of a file these repositories have on their default branches; those without it are missing. One request. */
  findVersions(
    installationId: number,
    nodeIds: readonly string[],
    path: string,
  ): Promise<ReadonlyMap<string, string>>;
}
