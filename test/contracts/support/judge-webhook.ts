import type { Mistake } from "./mistake.ts";
import { openSlice } from "./slice.ts";

type Schema = { readonly properties?: object; readonly $ref?: string };

let opened: ReturnType<typeof openSlice<Schema>> | undefined;

/** GitHub's webhooks, as far as the slice has them. */
export function webhookContract() {
  opened ??= openSlice<Schema>("webhooks");
  return opened;
}

type Sent = { readonly event: string; readonly payload: Readonly<Record<string, unknown>> };

/** The name that an event and its action have in GitHub's document. */
export function nameWebhook({ event, payload }: Sent): string {
  const { action } = payload;
  return (typeof action === "string" ? `${event}_${action}` : event).replaceAll("_", "-");
}

/** What is wrong with a webhook; an App's always say which installation they are for. */
export function judgeWebhook(sent: Sent): Mistake[] {
  const what = nameWebhook(sent);
  const mistake = (at: string, message: string): Mistake => ({ what, side: "webhook", at, message });
  const { entries, judge } = webhookContract();
  if (!(what in entries)) return [mistake("", "is in no slice of GitHub's document: see wanted.ts")];
  return [
    ...listUnknown(what, sent.payload).map((key) => mistake(`/${key}`, "is nothing that GitHub sends")),
    ...judge(["entries", what], sent.payload).map(({ at, what: message }) => mistake(at, message)),
    ...judgeInstallation(sent.payload.installation).map((message) => mistake("/installation", message)),
  ];
}

/** GitHub's schemas let anything stand beside; what we made up would teach the product to rely on it. */
function listUnknown(what: string, payload: Sent["payload"]): string[] {
  const { entries, schemas } = webhookContract();
  const entry = entries[what];
  const schema = entry?.$ref ? schemas[entry.$ref.replace("#/schemas/", "")] : entry;
  const known = schema?.properties;
  return known ? Object.keys(payload).filter((key) => !(key in known)) : [];
}

/** GitHub's schemas leave it out or let it be absent: webhooks of repositories, which are no App's, have none. */
function judgeInstallation(installation: unknown): string[] {
  if (typeof installation !== "object" || installation === null) return ["is missing"];
  return "id" in installation && Number.isInteger(installation.id) ? [] : ["has no id"];
}
