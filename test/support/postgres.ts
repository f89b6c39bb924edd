import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from './apt.ts';
import { endGroup, freePort, mustRun, startGroup, untilPrinted } from './process.ts';

/** A PostgreSQL server of the test run's own, gone after `stop()`. */
export type Postgres = {
  readonly port: number;
  /** Makes an empty database and returns its URL; the name must end in `_test`. */
  readonly createDatabase: (name: string) => Promise<string>;
  readonly dropDatabase: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
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
  const sql = (text: string) =>
    mustRun(join(bin, 'psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', SUPERUSER, '-qc', text]);
  return {
    port,
    createDatabase: async (name) => {
      await sql(`CREATE DATABASE ${testName(name)}`);
      return `postgresql://${SUPERUSER}@127.0.0.1:${port}/${name}`;
    },
    dropDatabase: async (name) => {
      await sql(`DROP DATABASE IF EXISTS ${testName(name)} WITH (FORCE)`);
    },
    stop: async () => {
      // SIGTERM would wait for clients that are still connected.
      await endGroup(child, 'SIGINT');
      await rm(data, { recursive: true, force: true });
    },
  };
}

function testName(name: string): string {
  if (/^[a-z][a-z0-9_]*_test$/.test(name)) return name;
  throw new Error(`"${name}" is no test database: the name must be lower case and end in _test`);
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
