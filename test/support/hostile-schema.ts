/** Texts that end, escape or change the meaning of what they stand in, in one of the languages we write. */
export const HOSTILE: readonly string[] = [
  '"',
  "'",
  '"""',
  "'''",
  '\\',
  '\\"',
  '"""\nimport os\nos.system("id")\n"""',
  '"""\r\nimport os\r\n',
  '\n\nimport os\n',
  '{{x}} {{{x}}} {{/x}} {{#x}} {{! x }}',
  '{0} {n} %s %(x)s %% $x $' + '{x} $(id)',
  '\u2028import os\u2029',
  '\u0085import os\f\v',
  '\u0000',
  '\ud800 and \udfff',
  '\u202e\u200f\u2066\ufeff',
  '*/ -- /* # // <!-- -->',
  "'; DROP TABLE x; --",
  '\\N{DIGIT ONE} \\x00 \\u0000 \\',
  '# noqa # type: ignore # fmt: off',
  '<script>alert(1)</script> [a](javascript:b) ![c](d)',
  '`rm -rf` | * _ ~~ ]]>',
  '[project]\nname = "other"',
  '%(here)s :bound ::cast',
  '\t  trailing  ',
  'é… 𝄞 数',
];

/** How the texts of a schema are made; each is called with a number of its own. */
export type Texts = {
  /** Descriptions, defaults and the like. */
  readonly text: (n: number) => string;
  /** Names of tables, columns and the like. */
  readonly name: (n: number) => string;
  /** Values of enums. */
  readonly label: (n: number) => string;
};

/** Texts that harm nobody. */
export const PLAIN: Texts = {
  text: (n) => `plain text ${n}`,
  name: (n) => `n${n} plain`,
  label: (n) => `label ${n}`,
};

const at = (n: number): string => HOSTILE[n % HOSTILE.length] ?? '';

/** What a name may not have (section 6 of the format). */
const REFUSED = /[\p{Cc}\p{Cs}"'`./\\]/gu;

/** Every text is hostile; `shift` turns which is where. */
export const hostileTexts = (shift: number): Texts => ({ ...PLAIN, text: (n) => `${at(n + shift)}${n}` });

/** Every name and enum value is hostile, as far as a schema may have it. */
export const hostileNames = (shift: number): Texts => ({
  ...PLAIN,
  name: (n) =>
    `n${n} ${at(n + shift)
      .replace(REFUSED, '')
      .replaceAll('%(', '(')}`.slice(0, 16),
  label: (n) => `${n} ${at(n + shift).replace(/[\0\p{Cs}]/gu, '')}`.slice(0, 50),
});

/** Both at once. */
export const hostileAll = (shift: number): Texts => ({
  ...hostileNames(shift),
  text: hostileTexts(shift).text,
});

const escapeRegExp = (text: string): string =>
  text.replace(/[\0\p{Cs}]/gu, '').replace(/[\\^$.*+?()[\]{}|#&~-]/g, '\\$&');

const quoteSql = (text: string): string => `'${text.replace(/[\0\p{Cs}]/gu, '').replaceAll("'", "''")}'`;

/** A schema with a text in every property that takes one. */
export function schemaOf({ text, name, label }: Texts): string {
  const [notes, tags, notesClass] = [name(1), name(2), name(3)];
  return JSON.stringify({
    project_name: `Project ${name(4)}`,
    db_type: 'postgresql',
    description: text(5),
    schema: [
      {
        table_name: notes,
        class_name: notesClass,
        description: text(6),
        options: { use_timestamps: true, use_soft_delete: true, use_optimistic_lock: true },
        columns: [
          { name: name(7), type: 'Integer', primary_key: true, description: text(8) },
          { name: name(9), type: 'String', length: 90, nullable: false, unique: true, description: text(10) },
          { name: name(11), type: 'Text', default: storable(text(12)), description: text(13) },
          { name: name(14), type: 'Text', server_default: quoteSql(text(15)) },
          { name: name(16), type: 'Text', pattern: `^${escapeRegExp(text(17))}$` },
          {
            name: name(18),
            type: 'Enum',
            values: [19, 20, 21].map(label),
            default: label(20),
            nullable: false,
          },
          { name: name(22), type: 'JSON', default: { [storable(text(23))]: [storable(text(24)), null] } },
          { name: name(25), type: 'JSONB', default: storable(text(26)) },
          {
            name: name(27),
            type: 'ForeignKey',
            target: `${tags}.${name(40)}`,
            index: true,
            description: text(28),
          },
          { name: name(29), type: 'String', length: 200, format: 'password', description: text(30) },
        ],
        relationships: [
          {
            type: 'many_to_one',
            target_table: tags,
            name: name(31),
            foreign_key: name(27),
            description: text(32),
          },
        ],
        indexes: [{ columns: [name(9), name(18)], name: name(33) }],
        constraints: [{ type: 'unique', columns: [name(9), name(27)], name: name(34) }],
        api: { search: [name(9), name(11)], sort: [name(9)], filter: [name(9), name(18)] },
      },
      {
        table_name: tags,
        description: text(36),
        columns: [
          { name: name(40), type: 'String', length: 30, primary_key: true, description: text(41) },
          { name: name(42), type: 'Enum', values: [43, 44].map(label), nullable: false },
        ],
        relationships: [
          {
            type: 'one_to_many',
            target_table: notes,
            name: name(45),
            description: text(46),
            order_by: [`-${name(9)}`],
          },
        ],
      },
    ],
  });
}

/** A default must be something that the database holds. */
const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '');
