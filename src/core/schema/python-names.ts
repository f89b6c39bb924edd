/** Keywords of Python 3.11 to 3.14, soft ones included. */
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield match case type _'
  ).split(' '),
);

/** Names used in annotations and calls of generated class bodies. */
const ATTRIBUTES_USED = new Set(
  (
    'sa orm dt uuid decimal enum t Any Annotated Decimal Mapped mapped_column relationship column_property Base ' +
    'int str float bool bytes list dict set tuple object property super classmethod staticmethod'
  ).split(' '),
);

/** Names that SQLAlchemy's declarative classes or pydantic's models have already. */
const ATTRIBUTES_TAKEN = new Set(
  // SQLAlchemy's declarative classes.
  (
    'metadata registry query is_deleted ' +
    // pydantic.BaseModel.
    'copy dict json schema schema_json validate construct fields from_orm parse_obj parse_raw parse_file ' +
    'update_forward_refs model_config model_fields model_computed_fields model_construct model_copy model_dump ' +
    'model_dump_json model_extra model_fields_set model_json_schema model_parametrized_name model_post_init ' +
    'model_rebuild model_validate model_validate_json model_validate_strings'
  ).split(' '),
);

/** Names of classes that generated modules use themselves. */
const CLASSES_TAKEN = new Set(
  'Base Any Annotated Decimal Enum StrEnum Mapped Page Problem ApiModel APIRouter Query Path Depends Session'.split(
    ' ',
  ),
);

/** Module names that a package may not have: `__init__` is the package, `base` is ours, the others are Windows'. */
const MODULES_TAKEN = /^(__init__|base|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Why a name has another spelling in Python. */
export type NameTrouble =
  /** It is no identifier. */
  | 'spelling'
  | 'keyword'
  /** SQLAlchemy or pydantic use it. */
  | 'reserved'
  /** The generated module uses it. */
  | 'used';

/** The Python attribute of a column or relationship: the name itself wherever Python allows it. */
export function pythonAttribute(name: string): string {
  const sound = identifier(name, 'field');
  return clashOfAttribute(sound) === undefined ? sound : `${sound}_`;
}

/** Why the Python attribute of a name is not the name itself; undefined when it is. */
export function attributeTrouble(name: string): NameTrouble | undefined {
  const sound = identifier(name, 'field');
  return clashOfAttribute(sound) ?? (sound === name ? undefined : 'spelling');
}

function clashOfAttribute(sound: string): NameTrouble | undefined {
  if (KEYWORDS.has(sound)) return 'keyword';
  if (ATTRIBUTES_USED.has(sound)) return 'used';
  return ATTRIBUTES_TAKEN.has(sound) || sound.startsWith('model_') ? 'reserved' : undefined;
}

/** The Python class of a table or enum. */
export function pythonClass(name: string): string {
  const sound = identifier(name, 'Table');
  return clashOfClass(sound) === undefined ? sound : `${sound}_`;
}

/** Why the Python class of a name is not the name itself; undefined when it is. */
export function classTrouble(name: string): NameTrouble | undefined {
  const sound = identifier(name, 'Table');
  return clashOfClass(sound) ?? (sound === name ? undefined : 'spelling');
}

function clashOfClass(sound: string): NameTrouble | undefined {
  if (KEYWORDS.has(sound)) return 'keyword';
  return CLASSES_TAKEN.has(sound) ? 'used' : undefined;
}

/** The module of a table: lower case, so that two tables never share a file where case is ignored. */
export function moduleName(table: string): string {
  const sound = identifier(table.toLowerCase(), 'table');
  return KEYWORDS.has(sound) || MODULES_TAKEN.test(sound) ? `${sound}_` : sound;
}

/** Most names; they need no work. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * A Python identifier (UAX #31, NFKC) as close to the name as can be: other characters become underscores, leading
 * ones are dropped because pydantic takes such fields as private, and a leading digit gets a word in front.
 */
function identifier(name: string, word: string): string {
  if (PLAIN.test(name)) return name;
  const stem = name
    .normalize('NFKC')
    .replace(/[^\p{ID_Continue}]+/gu, '_')
    .replace(/^_+/, '');
  if (stem === '') return word.toLowerCase();
  return /^\p{ID_Start}/u.test(stem) ? stem : `${word}_${stem}`;
}
