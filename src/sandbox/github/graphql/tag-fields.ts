import type { Fields } from "./fields.ts";
import type { GitSource } from "./git-fields.ts";

/** An annotated tag: an object of its own, whose headers say what it points to. */
export const tagFields: Fields<GitSource> = {
  oid: ({ object }) => object.oid,
  name: (source) => readHeader(source, "tag"),
  target: async ({ repository, object }): Promise<GitSource | null> => {
    const target = await repository.git.read(readHeader({ object }, "object"));
    return target ? { kind: "git", repository, object: target } : null;
  },
};

function readHeader({ object }: Pick<GitSource, "object">, name: string): string {
  return new RegExp(`^${name} (.*)$`, "m").exec(object.content.toString())?.[1] ?? "";
}
