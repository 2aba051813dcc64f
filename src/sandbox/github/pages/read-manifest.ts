import { z } from "zod";

const address = z.url({ protocol: /^https?$/ });

/** docs.github.com, "Registering a GitHub App from a manifest", parameters. */
const Manifest = z.strictObject({
  name: z.string().optional(),
  url: address,
  // `secret` and the like are refused here (public thread hunvreus/pagescms#409).
  hook_attributes: z.strictObject({ url: address, active: z.boolean().optional() }).optional(),
  // GitHub lets it be absent; then nobody would get the code.
  redirect_url: address,
  callback_urls: z.array(z.string()).optional(),
  setup_url: z.string().optional(),
  description: z.string().optional(),
  public: z.boolean().optional(),
  default_events: z.array(z.string()).default([]),
  default_permissions: z.record(z.string(), z.enum(["read", "write"])).default({}),
  request_oauth_on_install: z.boolean().optional(),
  setup_on_update: z.boolean().optional(),
});

/** A manifest that GitHub would take. */
export type Manifest = z.infer<typeof Manifest>;

/** Sent to every App without asking, and refused when asked for (public thread oblien/openship#842). */
const unsupportedEvents = ["installation", "installation_repositories", "github_app_authorization"];

/** A posted manifest, or what GitHub says is wrong with it. */
export function readManifest(
  text: string,
): { kind: "right"; value: Manifest } | { kind: "wrong"; error: string } {
  const parsed = Manifest.safeParse(parseJson(text));
  if (!parsed.success) return { kind: "wrong", error: describe(parsed.error.issues[0]) };
  const unsupported = parsed.data.default_events.filter((name) => unsupportedEvents.includes(name));
  if (unsupported.length > 0)
    return { kind: "wrong", error: `Default events unsupported: ${unsupported.join(" and ")}` };
  return { kind: "right", value: parsed.data };
}

/**
 * GitHub names a field that is absent without its parent (public threads vikasprogrammer/agentric#317 and
 * alp82/curia#933), and one of a wrong type with its path (public thread probot/probot#806).
 */
function describe(issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path ?? [];
  const name = String(path.at(-1) ?? "manifest");
  if (issue?.code === "unrecognized_keys") return `"${issue.keys[0]}" is not a permitted key.`;
  if (issue?.code !== "invalid_type")
    return `For 'properties/${path.join("/")}', the value is not permitted.`;
  if (path.length === 0) return "The manifest is not an object.";
  return /received undefined/.test(issue.message)
    ? `"${name}" wasn't supplied.`
    : `For 'properties/${path.join("/")}', the value is not a ${issue.expected}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
