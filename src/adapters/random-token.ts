import { randomBytes } from "node:crypto";

/** 256 bits that nobody can guess, in letters that stand in an address as they are. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}
