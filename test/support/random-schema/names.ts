import type { Choose } from './choose.ts';

const COLUMNS = words(
  'title price qty note code status kind amount score rank email body day at flag info ref label',
);
const TABLES = words(
  'users orders items posts tags teams events files notes rooms people categories addresses',
);

/** Words that Python, pydantic, SQLAlchemy, FastAPI, SQL or the generated code use, and other hard cases. */
const ODD_COLUMNS = [
  ...words(
    'class None metadata registry limit offset sort q search include_total model_config json schema copy',
  ),
  ...words(
    'select order from self cls type date datetime time int str is_deleted values key items version row',
  ),
  ...words(
    'session request response data payload filter page query params l I O model_fields models sa dt Name',
  ),
  ...words(
    'created_at updated_at deleted_at _created_at _version etag if_match match id_ ID_2 Camel UPPER camelCase _private __dunder__ _ 1st 2 print',
  ),
  ...words(
    'Enum UUID Decimal uuid decimal enum validate dict Base Any Optional table index len next object name',
  ),
  ...words(
    'größe 名前 naïve ﬁne Å é ß日 user-name a--b x:y a%s %s a;b $x {x} {{x}} a,b a~b a=b a&b #x a@b * ? -',
  ),
  ...['user name', ' lead', 'trail ', 'a  b', 'a [b]', '🙂', 'x'.repeat(63), `${'long_'.repeat(12)}id`],
];

const ODD_TABLES = [
  ...words(
    'Order order user group select table Session Relationship Field Model List Request Response Path Query',
  ),
  ...words(
    'Text Index Type Base main app models tests conftest core domains health con aux base api alembic enum',
  ),
  ...words(
    'uuid date json typing sqlalchemy pydantic fastapi Public Create UserCreate metadata data media status',
  ),
  ...words(
    '2fa _hidden my-table größen 表 Any Enum StrEnum Mapped Decimal UUID settings service router schemas Page',
  ),
  ...words(
    'errors config db factories Client client session engine test_users users_list Users_ class None int str',
  ),
  ...words('etag etags race races VersionMixin'),
  ...[
    'my table',
    'a:b',
    'a%s',
    '{x}',
    '{{x}}',
    'a,b',
    '🙂',
    `${'long_name_'.repeat(6)}x`,
    'y'.repeat(63),
    'Ünï çödé',
  ],
];

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** Names of one space: each is taken once, whatever its case. */
export type Names = { readonly next: () => string; readonly reserve: (name: string) => void };

/** Names of columns of one table. */
export const columnNames = (choose: Choose, odd: number): Names =>
  namesOf(choose, [COLUMNS, ODD_COLUMNS], odd);

/** Names of the tables of one schema. */
export const tableNames = (choose: Choose, odd: number): Names => namesOf(choose, [TABLES, ODD_TABLES], odd);

type Pools = readonly [readonly string[], readonly string[]];

function namesOf(choose: Choose, [plain, odd]: Pools, share: number): Names {
  const taken = new Set<string>();
  const reserve = (name: string): void => void taken.add(name.toLowerCase());
  return {
    reserve,
    next: () => {
      const pool = choose.chance(share) ? odd : plain;
      const start = choose.int(0, pool.length - 1);
      const free = [...pool.slice(start), ...pool.slice(0, start)].find((it) => !taken.has(it.toLowerCase()));
      const name = free ?? `name_${taken.size}`;
      reserve(name);
      return name;
    },
  };
}

/** Texts of people: descriptions with everything that has a meaning in some language of the generated files. */
export const description = (choose: Choose): string | undefined =>
  choose.chance(25)
    ? choose.pick([
        'What it is.',
        'Two\nlines',
        'A """quoted""" text\\',
        "It's 100 % {x} {{y}} <b>",
        '  ',
        'ends in \\',
        'ends in "',
        '# heading\n\n- item | cell',
        `long ${'word '.repeat(40)}`,
        '日本語 🙂 \u202e',
        'tab\tand\r\nreturn',
        '$x `code` [link](http://x)',
      ])
    : undefined;
