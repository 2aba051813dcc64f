import type { z } from "zod";
import { ApiError } from "../errors.ts";

/** The body of a REST request as a schema wants it; 422 in GitHub's shape when it is not. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const message = `Invalid request.\n\n${parsed.error.issues.map((one) => `${one.path.join(".")}: ${one.message}`).join("; ")}`;
  throw new ApiError({ status: 422, type: "UNPROCESSABLE", message });
}
