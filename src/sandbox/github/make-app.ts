import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { type App, nodeId, type User } from "./state.ts";

const generateKeys = promisify(generateKeyPair);

/** What the App asks for when it is registered. */
export type Registration = { permissions: Record<string, "read" | "write">; events: readonly string[] };

type Wanted = Registration & {
  id: number;
  hookId: number;
  botId: number;
  name: string;
  clientId: string;
  owner: User;
  webhookUrl: string | undefined;
};

/** An App with a key and secrets of its own, as GitHub makes one at its registration. */
export async function makeApp(wanted: Wanted): Promise<App> {
  const { privateKey, publicKey } = await generateKeys("rsa", { modulusLength: 2048 });
  const { botId, ...rest } = wanted;
  const slug = wanted.name.toLowerCase().replace(/[^a-z\d]+/g, "-");
  return {
    ...rest,
    nodeId: nodeId("A", String(wanted.id)),
    slug,
    clientSecret: randomBytes(20).toString("hex"),
    privateKey: privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
    publicKey,
    webhookSecret: randomBytes(20).toString("hex"),
    bot: { id: botId, nodeId: nodeId("BOT", String(botId)), login: `${slug}[bot]`, type: "Bot" },
  };
}
