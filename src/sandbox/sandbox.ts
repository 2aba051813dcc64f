import type { Exchanges } from "./exchanges.ts";
import type { Faults } from "./faults/faults.ts";
import type { Delivery } from "./github/delivery.ts";
import type { Life } from "./github/life.ts";
import type { Limiter } from "./github/limits.ts";
import type { Interceptor, LoggedRequest } from "./github/request-log.ts";
import type { Role } from "./github/state.ts";
import type { Webhooks } from "./github/webhooks.ts";
import type { NewRepository } from "./github/world.ts";
import type { LinkedIn } from "./linkedin/linkedin.ts";
import type { Model } from "./model/model.ts";
import type { Person } from "./person.ts";

/** What the owner of the App would have been given when registering it. */
export type AppCredentials = {
  appId: number;
  slug: string;
  clientId: string;
  privateKey: string;
  webhookSecret: string;
};

export type CreatedRepository = {
  id: number;
  nodeId: string;
  owner: string;
  name: string;
  installationId: number;
  defaultBranch: string;
  headOid: string;
  /** The bare repository on disk, for `git log`, `git clone` and `git fsck`. */
  gitDirectory: string;
};

export type RepositoryChange = {
  archived?: boolean;
  private?: boolean;
  drafts?: boolean;
  autoDeleteHead?: boolean;
  /** Added to those who are there; `null` takes somebody out. */
  collaborators?: Readonly<Record<string, Role | null>>;
};

/** A running GitHub of our own, with a LinkedIn and a model beside it, seen from the process that started it. */
export type Sandbox = {
  readonly url: string;
  /** The App that was registered last. */
  readonly app: AppCredentials;
  readonly linkedin: LinkedIn;
  readonly model: Model;
  createRepository(wanted: NewRepository): Promise<CreatedRepository>;
  /** Turns the knobs of a repository that is there. */
  changeRepository(owner: string, name: string, change: RepositoryChange): void;
  /** Somebody with a login, who uses the API as on github.com. */
  as(login: string): Person;
  requests(): readonly Readonly<LoggedRequest>[];
  deliveries(): readonly Readonly<Delivery>[];
  /** Lets somebody stand at the moments of every request; returns how to leave. */
  intercept(interceptor: Interceptor): () => void;
  /** Told of every exchange between the services and those who use them; returns how to leave. */
  watch: Exchanges["watch"];
  /** Told of every delivery when it has ended; returns how to leave. */
  onDelivery(listener: (delivery: Readonly<Delivery>) => void): () => void;
  /** When no delivery is under way any more. */
  deliveriesSettled(): Promise<void>;
  redeliver(guid: string): Promise<Readonly<Delivery>>;
  /** Lets somebody decide which deliveries are lost, doubled or held; returns how to leave. */
  disturb: Webhooks["disturb"];
  /** Sends the deliveries that were held. */
  release: Webhooks["release"];
  /** Holds requests and mutations to GitHub's limits; returns how to leave. */
  limit(limiter: Limiter): () => void;
  /** What goes wrong by rule, everywhere. */
  readonly faults: Faults;
  /** What owners do with the App and with their repositories. */
  readonly life: Life;
  setWebhookUrl(url: string | undefined): void;
  /** Ends everything, and removes the data unless a folder was given for it. */
  close(): Promise<void>;
};
