import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join, relative } from "node:path";
import { UserError } from "../../errors.ts";

/** The kernel's limit for a socket's path is 108 bytes on Linux and 104 on macOS (unix(7)). */
const maxSocketPathBytes = 100;

/**
 * Holds a folder for this process until the returned function is called or the process dies, however it
 * dies. The lock is a listening Unix socket: unlike a file with a process id in it, it cannot be mistaken
 * for alive when another container has a process of the same number.
 * Throws a `UserError` when a living process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = shorten(join(folder, "lock.sock"));
  let server = await listen(path);
  if (!server) {
    if (await isAlive(path)) throw inUse(folder);
    await moveAside(path, folder);
    server = await listen(path);
  }
  if (!server) throw inUse(folder);
  const held = server;
  held.unref();
  return () => new Promise((resolve) => held.close(() => resolve()));
}

/** The path as it is, or seen from the working directory when that is shorter. */
function shorten(path: string): string {
  const candidates = [path, relative(process.cwd(), path)].sort((a, b) => a.length - b.length);
  const shortest = candidates[0] ?? path;
  if (Buffer.byteLength(shortest) > maxSocketPathBytes) {
    throw new UserError(
      `DATA_DIR is too long for a lock: choose a path of at most ${maxSocketPathBytes - 10} bytes.`,
    );
  }
  return shortest;
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Moves a dead socket away, unless somebody else did so just now. If a rival took the name in the meantime, the move is undone and we give way. */
async function moveAside(path: string, folder: string): Promise<void> {
  const aside = `${path.slice(0, -"lock.sock".length)}${randomUUID().slice(0, 8)}`;
  try {
    await rename(path, aside);
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return;
    throw thrown;
  }
  if (await isAlive(aside)) {
    await rename(aside, path);
    throw inUse(folder);
  }
  await rm(aside, { force: true });
}

function inUse(folder: string): UserError {
  return new UserError(
    `Another Galley process uses ${folder}: stop it, or give this one a DATA_DIR of its own.`,
  );
}
