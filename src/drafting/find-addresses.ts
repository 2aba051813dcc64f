import { isTopLevelDomain } from "./top-level-domains.ts";

const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const domain = String.raw`(?:${label}\.){1,8}(?:xn--[a-z0-9-]{1,59}|\p{L}{2,24})`;
const rest = String.raw`(?::\d{1,5})?(?:[/?#][^\s"'<>]*)?`;
/** A path tells what the last part of a name does not. */
const unlisted = new RegExp(String.raw`^${domain}(?::\d{1,5})?/[\p{L}\p{N}]`, "iu");
/** Node.js/Express is no address. */
const codeExtension =
  /\.(?:[cm]?[jt]sx?|json|ya?ml|toml|html?|css|vue|java|go|php|rb|cs|cpp|sql|xml|txt|csv|pdf|vtt|srt|env|log)(?=[/:?#]|$)/i;

const candidates = new RegExp(
  [
    String.raw`(?<mail>[\p{L}\p{N}._%+-]{1,64}@${label}(?:\.${label})+)`,
    String.raw`(?<mention>(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_][\p{L}\p{N}_-]*)`,
    String.raw`(?<scheme>\b(?:mailto|tel|sms):[^\s"'<>]+)`,
    String.raw`(?<relative>(?<![:/\p{L}\p{N}])//[\p{L}\p{N}][^\s"'<>]*)`,
    String.raw`(?<number>(?<![\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5}|/[^\s\d])[^\s"'<>]*)`,
    String.raw`(?<domain>(?<![\p{L}\p{N}@_-]|[\p{L}\p{N}]\.)${domain}(?![\p{L}\p{N}])${rest})`,
  ].join("|"),
  "giu",
);

/**
 * All that is an address or a mention without saying so: `bit.ly/x`, `me@example.com`, `@octocat`, `mailto:…`,
 * `//example.com`. File names, versions and abbreviations are none. In one form, so that two can be compared.
 */
export function findAddresses(text: string): string[] {
  return [...text.normalize("NFKC").matchAll(candidates)]
    .filter(({ 0: found, groups }) => groups?.domain === undefined || isDomain(found))
    .map(([found]) => found.toLowerCase().replace(/[\p{P}\p{S}]+$/u, ""));
}

function isDomain(found: string): boolean {
  const [, ...labels] = (/^[^:/?#]+/.exec(found)?.[0] ?? "").split(".");
  return labels.some(isTopLevelDomain) || (unlisted.test(found) && !codeExtension.test(found));
}
