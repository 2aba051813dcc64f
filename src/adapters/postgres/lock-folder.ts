import { randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join, relative } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { UserError } from "../../errors.ts";

/** The kernel's limit for a socket's path is 108 bytes on Linux and 104 on macOS (unix(7)). */
const maxSocketPathBytes = 100;
const socketName = /^lock-[\da-f]{8}\.sock$/;

/** Who does not answer in this time is busy, not dead: of the dead the kernel says so. */
const answerTimeoutMs = 2_000;

/** Of a socket: its process holds the folder, wants it, is dead, or is just coming or going. */
type State = "held" | "wanted" | "dead" | "unsettled";

/**
 * Holds a folder for this process until the returned function is called or the process dies, however it
 * dies. The lock is a listening Unix socket: unlike a file with a process id in it, it cannot be mistaken
 * for alive when another container has a process of the same number. Each process listens under a name of its own and
 * then asks all others: nobody's socket is moved or taken for its successor's, so that of many that come at once, to an
 * empty folder or to one that a dead process left, exactly one holds it.
 * Throws a `UserError` when a living process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = `lock-${randomUUID().slice(0, 8)}.sock`;
  let state: State = "wanted";
  const server = await listen(shorten(join(folder, name)), () => state);
  const release = () => new Promise<void>((resolve) => server.close(() => resolve()));
  let dead: readonly string[];
  try {
    dead = await outlast(folder, name);
  } catch (thrown) {
    await release();
    throw thrown;
  }
  state = "held";
  server.unref();
  // By nobody else: one who gives up might take away what began to listen just then.
  for (const one of dead) await rm(join(folder, one), { force: true });
  return release;
}

/** Asks until nobody else wants the folder; of those that do, the first by name wins. The names of the dead. */
async function outlast(folder: string, name: string): Promise<readonly string[]> {
  for (;;) {
    const others = (await readdir(folder)).filter((other) => other !== name && socketName.test(other));
    const answers = await Promise.all(
      others.map(async (other) => ({ other, state: await ask(shorten(join(folder, other))) })),
    );
    if (answers.some(({ other, state }) => state === "held" || (state === "wanted" && other < name)))
      throw new UserError(
        `Another Galley process uses ${folder}: stop it, or give this one a DATA_DIR of its own.`,
      );
    if (answers.every(({ state }) => state === "dead")) return others;
    await nextTurn();
  }
}

/** The path as it is, or seen from the working directory when that is shorter. */
function shorten(path: string): string {
  const candidates = [path, relative(process.cwd(), path)].sort((a, b) => a.length - b.length);
  const shortest = candidates[0] ?? path;
  if (Buffer.byteLength(shortest) > maxSocketPathBytes) {
    throw new UserError(
      `DATA_DIR is too long for a lock: choose a path of at most ${maxSocketPathBytes - 20} bytes.`,
    );
  }
  return shortest;
}

function listen(path: string, tellState: () => State): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      // Who asked may be gone, or stopped: nobody is waited for, or the folder could not be let go.
      socket.on("error", () => socket.destroy());
      socket.write(tellState());
      socket.destroySoon();
    });
    server.once("error", reject);
    server.listen(path, () => resolve(server));
  });
}

function ask(path: string): Promise<State> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const settle = (state: State) => {
      socket.destroy();
      resolve(state);
    };
    socket.setTimeout(answerTimeoutMs, () => settle("held"));
    socket.once("data", (said) => settle(String(said) === "held" ? "held" : "wanted"));
    socket.once("end", () => settle("unsettled"));
    socket.once("error", ({ code }: NodeJS.ErrnoException) => settle(stateOf(code)));
  });
}

/** What the kernel says of a socket on which nobody listens, and of one that was just closed. */
function stateOf(code: string | undefined): State {
  if (code === "ECONNREFUSED" || code === "ENOENT") return "dead";
  return code === "ECONNRESET" || code === "EPIPE" ? "unsettled" : "held";
}
