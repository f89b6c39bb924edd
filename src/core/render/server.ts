import type { Project } from '../model/project.ts';
import type { TemplateView } from './strict-mustache.ts';

/** A database server that a backend runs on, as the generated files write it. */
export type Server = {
  /** SQLAlchemy's name of its dialect. */
  readonly dialect: 'postgresql' | 'mysql' | 'mssql';
  readonly label: string;
  readonly port: number;
  /** Name of the database driver for SQLAlchemy. */
  readonly driver: string;
};

const postgresql: Server = { dialect: 'postgresql', label: 'PostgreSQL', port: 5432, driver: 'asyncpg' };
const mysql: Server = { dialect: 'mysql', label: 'MySQL', port: 3306, driver: 'asyncmy' };
const mssql: Server = { dialect: 'mssql', label: 'SQL Server', port: 1433, driver: 'aioodbc' };

/** The server of each `db_type`; a backend for SQLite can move to PostgreSQL later. */
const SERVERS = { postgresql, mysql, mssql, sqlite: postgresql } as const satisfies Record<
  Project['dbType'],
  Server
>;

/** The server of a project. */
export const serverOf = ({ dbType }: Pick<Project, 'dbType'>): Server => SERVERS[dbType];

/** What the templates say of the server; a backend that is for SQLite need not have one. */
export function serverView(project: Project): TemplateView {
  const database = project.distribution.replaceAll('-', '_');
  const { dialect, label, port, driver } = serverOf(project);
  // A server that is just installed has no certificate that anyone knows.
  const trust = dialect === 'mssql' ? '?TrustServerCertificate=yes' : '';
  return {
    needsServer: project.dbType !== 'sqlite',
    isForPostgresql: project.dbType === 'postgresql',
    onPostgresql: dialect === 'postgresql',
    onMysql: dialect === 'mysql',
    onMssql: dialect === 'mssql',
    serverDialect: dialect,
    serverLabel: label,
    serverDriver: driver,
    shortDialect: dialect === 'postgresql' ? 'postgres' : dialect,
    serverUrl: `${dialect}://${database}:secret@localhost:${port}/${database}${trust}`,
    testUrl: `${dialect}://${database}:secret@localhost:${port}/${database}_test${trust}`,
  };
}
