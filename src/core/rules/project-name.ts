import { distributionName } from '../schema/derived-names.ts';
import { quote } from './place.ts';
import type { Rule } from './rule.ts';

/** Distributions that a generated project itself depends on. */
const DEPENDENCIES = new Set(
  (
    'aiosqlite alembic annotated-types anyio argon2-cffi asyncpg email-validator fastapi greenlet httpx mako mypy ' +
    'pwdlib pydantic pydantic-core pydantic-settings pytest pytest-asyncio python-dotenv python-multipart ruff ' +
    'sqlalchemy starlette structlog typing-extensions uvicorn'
  ).split(' '),
);

/** Modules of Python that a project should not be named after. */
const STANDARD = new Set(
  (
    'abc argparse array ast asyncio base64 calendar code codecs collections copy csv ctypes dataclasses datetime ' +
    'decimal email enum functools glob graphlib hashlib html http inspect io ipaddress json keyword locale logging math ' +
    'numbers operator os pathlib pickle platform profile queue random re resource sched secrets select shelve site ' +
    'socket sqlite3 ssl statistics string struct symtable sys test threading time token trace types typing unittest ' +
    'uuid warnings xml zipfile'
  ).split(' '),
);

/** BB601: a project whose name no distribution can have. */
export const projectName: Rule = {
  code: 'BB601',
  name: 'project-name',
  severity: 'warning',
  summary:
    'The project cannot be named so: nothing of the name remains, or a package that it needs has it (errors).',
  check: (view) => {
    const { projectName: written } = view;
    if (written === undefined) return [];
    const place = { at: ['project_name'], part: 'value' } as const;
    const name = distributionName(written);
    if (name === '') {
      const message = `no name for a Python distribution remains of ${quote(written)}; use letters from a to z and digits`;
      return [{ ...place, severity: 'error', message }];
    }
    if (DEPENDENCIES.has(name)) {
      const message = `the project needs the package ${quote(name)} and cannot have its name; write another "project_name"`;
      return [{ ...place, severity: 'error', message }];
    }
    return STANDARD.has(name)
      ? [
          {
            ...place,
            message: `${quote(name)} is the name of a module of Python; consider another "project_name"`,
          },
        ]
      : [];
  },
};
