import { mkdir, writeFile } from "node:fs/promises";
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

/** Puts the hooks of a push beside a repository, once, and returns their folder. */
export async function installHooks(directory: string): Promise<string> {
  const folder = join(directory, "sandbox", "hooks");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "post-receive"), postReceive, { mode: 0o755 });
  await writeFile(join(folder, "update"), update, { mode: 0o755 });
  return folder;
}
