/** Keywords of Python; the soft ones (`match`, `case`, `type`) are good names. */
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Classes and aliases that the modules of schemas import; an enum of such a name would take their place. */
export const SCHEMA_NAMES: readonly string[] = (
  'Annotated Any AnyOf BulkInput BulkPublic Color Country Currency Decimal Email Field FilterDecimal FilterStr Finite InputModel Int16 ' +
  'Int32 Int64 IpAddress IsoDate Json JsonValue LinkedKeys ListParams Literal MISSING NaiveDatetime PatternStr Phone PlainDecimal ' +
  'PublicModel SecretStr Slug SortBy Str StrictBool UUID Url UtcDateTime UtcTime UuidText'
).split(' ');

/**
 * Names that the bodies of generated classes use in annotations and calls, so that an attribute of that name would
 * change the meaning of those after it; `l`, `O` and `I` are refused by the linter.
 */
const ATTRIBUTES_USED = new Set([
  ...SCHEMA_NAMES,
  ...(
    'bool bytes classmethod dict float int list object property set staticmethod str super tuple ' +
    'dt enum_type exact_numeric json_text jsonb_type mapped_column matching models naive_utcnow postgresql ' +
    'random_uuid relationship sa scaled today unpadded utcnow uuid4 ' +
    'Base BigIntKey JsonOrNull Mapped PaddedChar StrEnum UTCDateTime UTCTime l O I'
  ).split(' '),
]);

/** Names that SQLAlchemy's declarative classes, its names in strings, or pydantic's models have already. */
const ATTRIBUTES_TAKEN = new Set(
  (
    'metadata registry is_deleted self cls ' +
    'construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump ' +
    'model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name ' +
    'model_post_init model_rebuild model_validate model_validate_json model_validate_strings parse_file parse_obj ' +
    'parse_raw schema schema_json update_forward_refs validate'
  ).split(' '),
);

/** Names that the modules of models use themselves; elsewhere a model is `models.X`, so that nothing clashes. */
const CLASSES_TAKEN = new Set(
  'Any Base BigIntKey Decimal JsonOrNull Mapped PaddedChar SoftDeleteMixin StrEnum TYPE_CHECKING TimestampMixin UTCDateTime UTCTime UUID VersionMixin'.split(
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
  return ATTRIBUTES_TAKEN.has(sound) ? 'reserved' : undefined;
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
