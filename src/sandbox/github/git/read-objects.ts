import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawnGit } from "./run-git.ts";

type ObjectType = "blob" | "tree" | "commit" | "tag";

/** An object as git stores it. */
export type StoredObject = { oid: string; type: ObjectType; content: Buffer };

/** Reads the objects of one repository. */
export type ObjectReader = {
  /** The object that an expression such as an oid or `main:notes/a.md` names; undefined when there is none. */
  read(expression: string): Promise<StoredObject | undefined>;
  /** Ends the process behind it and waits for its end. */
  close(): Promise<void>;
};

type Waiting = { resolve: (object: StoredObject | undefined) => void; reject: (error: Error) => void };

/**
 * Keeps one `git cat-file --batch` alive: a Read asks for fifty files,
 * and a process for each of them would cost more than everything else together.
 */
export function openObjectReader(directory: string): ObjectReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  let buffer: Buffer = Buffer.alloc(0);
  const waiting: Waiting[] = [];

  function start(): ChildProcessWithoutNullStreams {
    const started = spawnGit(directory, ["cat-file", "--batch"]);
    started.stdout.on("data", (chunk: Buffer) => {
      buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
      buffer = answerFrom(buffer, waiting);
    });
    started.stdin.on("error", () => {});
    started.on("close", () => {
      child = undefined;
      buffer = Buffer.alloc(0);
      for (const one of waiting.splice(0)) one.reject(new Error("git cat-file ended"));
    });
    return started;
  }

  return {
    read(expression) {
      // A line break would be a second question, and its answer would be given to somebody else.
      if (/[\r\n]/.test(expression)) return Promise.resolve(undefined);
      child ??= start();
      const { promise, resolve, reject } = Promise.withResolvers<StoredObject | undefined>();
      waiting.push({ resolve, reject });
      child.stdin.write(`${expression}\n`);
      return promise;
    },
    async close() {
      const ending = child;
      if (!ending) return;
      const closed = new Promise((resolve) => ending.once("close", resolve));
      ending.stdin.end();
      await closed;
    },
  };
}

/** Hands every complete answer in the buffer to whoever asked first, and returns what is left. */
function answerFrom(buffer: Buffer, waiting: Waiting[]): Buffer {
  let rest = buffer;
  for (;;) {
    const lineEnd = rest.indexOf(10);
    if (lineEnd < 0) return rest;
    const header = rest.subarray(0, lineEnd).toString();
    const found = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header);
    if (!found) {
      waiting.shift()?.resolve(undefined);
      rest = rest.subarray(lineEnd + 1);
      continue;
    }
    const end = lineEnd + 1 + Number(found[3]);
    if (rest.length < end + 1) return rest;
    const content = Buffer.from(rest.subarray(lineEnd + 1, end));
    waiting.shift()?.resolve({ oid: found[1] ?? "", type: found[2] as ObjectType, content });
    rest = rest.subarray(end + 1);
  }
}
