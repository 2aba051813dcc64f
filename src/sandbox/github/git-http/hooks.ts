import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a push moved, line by line; git gives it to this hook and to nobody else. */
const postReceive = `#!/bin/sh
cat > "$SANDBOX_PUSHED"
`;

/** GitHub's words for a ruleset "Require a pull request" (public threads dmf-mxl/mxl#356, renovatebot/renovate#44819). */
const update = `#!/bin/sh
branch=\${1#refs/heads/}
set -f
IFS='
'
for pattern in $SANDBOX_PROTECTED; do
  case "$branch" in
    $pattern)
      echo "error: GH013: Repository rule violations found for $1." >&2
      echo "Review all repository rules at https://github.com/$SANDBOX_NAME/rules?ref=$1" >&2
      echo "" >&2
      echo "- Changes must be made through a pull request." >&2
      exit 1 ;;
  esac
done
`;

/**
 * Puts the hooks of a push beside a repository and returns their folder. Each appears when it is complete: another
 * push may be running it, and half of a hook would let everything through and tell nobody.
 */
export async function installHooks(directory: string): Promise<string> {
  const folder = join(directory, "sandbox", "hooks");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries({ "post-receive": postReceive, update })) {
    const making = join(directory, "sandbox", `hook-${randomUUID()}`);
    await writeFile(making, text, { mode: 0o755 });
    await rename(making, join(folder, name));
  }
  return folder;
}
