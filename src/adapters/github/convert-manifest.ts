import { z } from "zod";
import { PermanentError, RetryableError, UserError } from "../../errors.ts";
import type { ConvertManifest, RegisteredApp } from "../../ports/app-registration.ts";

/** Nobody waits longer than GitHub itself does. */
const timeoutMs = 10_000;

/** A value that stands in `credentials.env` without quotes; GitHub's are letters, digits and a dot. */
const word = z.string().regex(/^[\w.~+/=-]+$/);

/** docs.github.com, "Create a GitHub App from a manifest"; only what is read. */
const Conversion = z.object({
  id: z.int().positive(),
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  client_id: word,
  client_secret: word,
  webhook_secret: word,
  pem: z.string().regex(/^-----BEGIN [A-Z ]+-----[\w\s+/=]+-----END [A-Z ]+-----\s*$/),
});

/** Converts codes at this API, without credentials: there are none yet. */
export function createManifestConverter(githubApiUrl: string | undefined): ConvertManifest {
  const api = githubApiUrl ?? "https://api.github.com";
  return async (code) => {
    if (!/^[\w-]{1,200}$/.test(code)) throw unknownCode();
    const response = await request(`${api}/app-manifests/${encodeURIComponent(code)}/conversions`);
    if (response.status === 404 || response.status === 422) throw unknownCode();
    if (response.status !== 201)
      throw new RetryableError(`GitHub could not give the App's credentials (status ${response.status})`);
    return readConversion(response.text);
  };
}

function unknownCode(): UserError {
  return new UserError("GitHub does not know this code: it is good once, for an hour.");
}

async function request(url: string): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        accept: "application/vnd.github+json",
        "user-agent": "galley",
        "x-github-api-version": "2022-11-28",
      },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    // The cause is not kept: the code stands in its address.
    throw new RetryableError("GitHub could not be reached to give the App's credentials");
  }
}

function readConversion(text: string): RegisteredApp {
  const parsed = Conversion.safeParse(parseJson(text));
  if (!parsed.success) {
    // The name of the field only: its value may be a secret.
    const field = String(parsed.error.issues[0]?.path[0] ?? "the whole");
    throw new PermanentError(`GitHub gave credentials that cannot be read (${field})`);
  }
  const { id, name, html_url, client_id, client_secret, webhook_secret, pem } = parsed.data;
  return {
    id,
    name,
    htmlUrl: html_url,
    clientId: client_id,
    clientSecret: client_secret,
    webhookSecret: webhook_secret,
    privateKey: pem,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
