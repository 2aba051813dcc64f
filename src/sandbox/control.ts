import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { jsonAnswer, readRequestBody, sendAnswer } from "./http-answer.ts";
import { LinkedInFault } from "./linkedin/faults.ts";
import { ModelRule } from "./model/rules.ts";
import { isForeign } from "./own-requests.ts";
import type { Sandbox } from "./sandbox.ts";

const Seed = z.strictObject({
  owner: z.string(),
  name: z.string(),
  private: z.boolean().optional(),
  archived: z.boolean().optional(),
  drafts: z.boolean().optional(),
  autoDeleteHead: z.boolean().optional(),
  protectedBranches: z.array(z.string()).optional(),
  installed: z.boolean().optional(),
  defaultBranch: z.string().optional(),
  files: z
    .array(
      z.strictObject({
        path: z.string(),
        text: z.string().optional(),
        base64: z.string().optional(),
        mode: z.enum(["100644", "100755", "120000", "160000"]).optional(),
      }),
    )
    .optional(),
  collaborators: z.record(z.string(), z.enum(["read", "triage", "write", "maintain", "admin"])).optional(),
});

const NewFaults = z.strictObject({ rules: z.array(z.string()), seed: z.number().int().default(1) });

type Controls = Pick<
  Sandbox,
  | "app"
  | "linkedin"
  | "model"
  | "createRepository"
  | "setWebhookUrl"
  | "requests"
  | "deliveries"
  | "redeliver"
  | "faults"
>;

/** `/_sandbox/…`: what a person would do on web pages, for those who run the sandbox as a process of its own. */
export async function answerControl(
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (!url.pathname.startsWith("/_sandbox/")) return false;
  if (isForeign(request)) {
    // It would tell the sandbox where to send what people write.
    await sendAnswer(response, jsonAnswer(403, { message: "This was sent by a page of another site" }));
    return true;
  }
  try {
    const raw = await readRequestBody(request);
    const body: unknown = raw.length === 0 ? undefined : JSON.parse(raw.toString());
    const result = await act(controls, `${request.method} ${url.pathname.slice("/_sandbox".length)}`, body);
    await sendAnswer(
      response,
      result === undefined ? jsonAnswer(404, { message: "Not Found" }) : jsonAnswer(200, result),
    );
  } catch (error) {
    await sendAnswer(
      response,
      jsonAnswer(400, { message: error instanceof Error ? error.message : String(error) }),
    );
  }
  return true;
}

async function act(controls: Controls, what: string, body: unknown): Promise<unknown> {
  const redelivered = /^POST \/deliveries\/([^/]+)\/redeliver$/.exec(what)?.[1];
  if (redelivered) return await controls.redeliver(redelivered);
  switch (what) {
    case "GET /app":
      return controls.app;
    case "POST /webhook":
      controls.setWebhookUrl(z.strictObject({ url: z.url() }).parse(body).url);
      return {};
    case "POST /repositories":
      return await controls.createRepository(Seed.parse(body));
    case "GET /requests":
      return controls.requests();
    case "GET /deliveries":
      return controls.deliveries();
    case "POST /faults": {
      const { rules, seed } = NewFaults.parse(body);
      controls.faults.parse(rules, seed);
      return {};
    }
    case "GET /faults":
      return controls.faults.rules();
    default:
      return what.includes(" /linkedin")
        ? actOnLinkedIn(controls, what, body)
        : actOnModel(controls, what, body);
  }
}

function actOnLinkedIn({ linkedin }: Controls, what: string, body: unknown): unknown {
  switch (what) {
    case "GET /linkedin":
      return { url: linkedin.url, accessToken: linkedin.accessToken, author: linkedin.author };
    case "GET /linkedin/posts":
      return linkedin.posts();
    case "GET /linkedin/requests":
      return linkedin.requests();
    case "POST /linkedin/fault":
      linkedin.setFault(LinkedInFault.optional().parse(body));
      return {};
    default:
      return undefined;
  }
}

function actOnModel({ model }: Controls, what: string, body: unknown): unknown {
  switch (what) {
    case "GET /model":
      return { url: model.url };
    case "POST /model/script":
      model.script(z.strictObject({ rules: z.array(ModelRule) }).parse(body).rules);
      return {};
    case "GET /model/requests":
      return model.requests();
    case "GET /model/unscripted":
      return model.unscripted();
    default:
      return undefined;
  }
}
