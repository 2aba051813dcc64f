/** What GitHub gives once, when an App is registered. */
export type RegisteredApp = {
  readonly id: number;
  readonly name: string;
  /** The App's page; `/installations/new` below it installs the App. */
  readonly htmlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string;
  /** PEM. */
  readonly privateKey: string;
};

/**
 * Exchanges the code of a registration for the App's credentials. A code is good once, for an hour; a
 * second call with it throws a `UserError`. Throws a `RetryableError` when GitHub did not answer: the
 * code may then be used up, and the credentials lost.
 */
export type ConvertManifest = (code: string) => Promise<RegisteredApp>;
