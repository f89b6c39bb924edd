import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from './apt.ts';
import { type DatabaseServer, testName } from './database-server.ts';
import { endGroup, freePort, mustRun, startGroup, untilPrinted } from './process.ts';

const ROOT = 'root';
const OWNER = 'mysql';

/** Starts MariaDB on a free loopback port with a temporary data folder, installing Debian's package if need be. */
export async function startMariadb(): Promise<DatabaseServer> {
  const server = await findServer();
  const data = await mkdtemp(join(tmpdir(), 'backbone-mariadb-'));
  await giveToOwner(data);
  await mustRun('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    ...asOwner,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const port = await freePort();
  const socket = join(data, 'mariadb.sock');
  const child = startGroup(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      ...asOwner,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--socket=${socket}`,
      '--innodb-flush-log-at-trx-commit=0',
      '--skip-innodb-doublewrite',
      '--skip-log-bin',
    ],
    { cwd: data },
  );
  await untilPrinted(child, /ready for connections/);
  const sql = (text: string) =>
    mustRun('mariadb', ['--no-defaults', `--socket=${socket}`, `--user=${ROOT}`, '-e', text]);
  const drop = (name: string) => `DROP DATABASE IF EXISTS ${testName(name)}`;
  const create = (name: string) => `CREATE DATABASE ${testName(name)}`;
  const url = (name: string) => `mysql://${ROOT}@127.0.0.1:${port}/${name}`;
  return {
    port,
    createDatabase: (name) => sql(create(name)).then(() => url(name)),
    freshDatabase: (name) => sql(`${drop(name)}; ${create(name)}`).then(() => url(name)),
    dropDatabase: async (name) => {
      await sql(drop(name));
    },
    stop: async () => {
      await endGroup(child);
      await rm(data, { recursive: true, force: true });
    },
  };
}

const isRoot = process.getuid?.() === 0;

// MariaDB refuses to run as root, so root names the user that Debian's package made.
const asOwner = isRoot ? [`--user=${OWNER}`] : [];

async function giveToOwner(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  if (!isRoot) return;
  const id = async (flag: string) => Number(await mustRun('id', [flag, OWNER]));
  await chown(folder, await id('-u'), await id('-g'));
}

async function findServer(): Promise<string> {
  const found = installedServer();
  if (found !== undefined) return found;
  await installDebianPackages(['mariadb-server'], 'testing generated backends on MariaDB');
  const installed = installedServer();
  if (installed === undefined) throw new Error('no MariaDB server: mariadbd is not on the PATH');
  return installed;
}

function installedServer(): string | undefined {
  const folders = ['/usr/sbin', ...(process.env.PATH ?? '').split(':')];
  return folders.map((it) => join(it, 'mariadbd')).find((it) => existsSync(it));
}
