import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from './apt.ts';
import { type DatabaseServer, testName } from './database-server.ts';
import { endGroup, freePort, mustRun, startGroup, untilPrinted } from './process.ts';

/** A PostgreSQL server of the test run's own. */
export type Postgres = DatabaseServer & {
  /** Runs SQL in a database and returns what it prints, without headings. */
  readonly query: (database: string, sql: string) => Promise<string>;
};

const DEBIAN_VERSIONS = '/usr/lib/postgresql';
const SUPERUSER = 'postgres';

/** Starts PostgreSQL on a free loopback port with a temporary data folder, installing Debian's package if need be. */
export async function startPostgres(): Promise<Postgres> {
  const bin = await findBinaries();
  const data = await mkdtemp(join(tmpdir(), 'backbone-postgres-'));
  await giveToSuperuser(data);
  const initdb = [join(bin, 'initdb'), '-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await mustRun(...asSuperuser([...initdb, '--locale=C.UTF-8']));
  const port = await freePort();
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
  ];
  const options = [...settings, `unix_socket_directories=${data}`].flatMap((setting) => ['-c', setting]);
  const [command, args] = asSuperuser([join(bin, 'postgres'), '-D', data, '-p', String(port), ...options]);
  const child = startGroup(command, args, { cwd: data });
  await untilPrinted(child, /ready to accept connections/);
  const psql = (...args: readonly string[]): [string, string[]] => {
    const server = ['-h', '127.0.0.1', '-p', String(port), '-U', SUPERUSER];
    return [join(bin, 'psql'), [...server, '-Xq', '-v', 'ON_ERROR_STOP=1', ...args]];
  };
  const sql = (...texts: readonly string[]) => mustRun(...psql(...texts.flatMap((it) => ['-c', it])));
  const drop = (name: string) => `DROP DATABASE IF EXISTS ${testName(name)} WITH (FORCE)`;
  const create = (name: string) => `CREATE DATABASE ${testName(name)}`;
  const url = (name: string) => `postgresql://${SUPERUSER}@127.0.0.1:${port}/${name}`;
  return {
    port,
    createDatabase: (name) => sql(create(name)).then(() => url(name)),
    freshDatabase: (name) => sql(drop(name), create(name)).then(() => url(name)),
    dropDatabase: async (name) => {
      await sql(drop(name));
    },
    query: (database, text) => mustRun(...psql('-At', '-d', testName(database)), { input: text }),
    stop: async () => {
      // SIGTERM would wait for clients that are still connected.
      await endGroup(child, 'SIGINT');
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function findBinaries(): Promise<string> {
  const found = installedBinaries();
  if (found !== undefined) return found;
  await installDebianPackages(
    ['postgresql', 'postgresql-client'],
    'testing generated backends on PostgreSQL',
  );
  const installed = installedBinaries();
  if (installed === undefined) throw new Error(`no PostgreSQL server under ${DEBIAN_VERSIONS}`);
  return installed;
}

function installedBinaries(): string | undefined {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS).map(Number) : [];
  const folders = versions
    .sort((a, b) => b - a)
    .map((version) => join(DEBIAN_VERSIONS, String(version), 'bin'));
  const elsewhere = (process.env.PATH ?? '').split(':');
  return [...folders, ...elsewhere].find((folder) => existsSync(join(folder, 'initdb')));
}

// PostgreSQL refuses to run as root, so root hands it to the user that Debian's package made.
function asSuperuser(command: readonly string[]): [string, string[]] {
  const [program = '', ...args] = command;
  if (process.getuid?.() !== 0) return [program, args];
  return ['runuser', ['-u', SUPERUSER, '--', program, ...args]];
}

async function giveToSuperuser(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  if (process.getuid?.() !== 0) return;
  const id = async (flag: string) => Number(await mustRun('id', [flag, SUPERUSER]));
  await chown(folder, await id('-u'), await id('-g'));
}
