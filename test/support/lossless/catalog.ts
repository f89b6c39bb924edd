import type { Postgres } from '../postgres.ts';

/** A database as its catalog has it, in the words of the format; SQL is as PostgreSQL writes it back. */
export type Catalog = {
  readonly namespaces: readonly string[];
  /** Labels by the name of the type. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly tables: Readonly<Record<string, CatalogTable>>;
  readonly sequences: readonly string[];
};

/** What hangs on one table or view. */
export type CatalogTable = {
  readonly kind: 'table' | 'view';
  readonly description: string | null;
  readonly definition: string | null;
  readonly columns: readonly Readonly<Record<string, unknown>>[];
  readonly constraints: readonly Named[];
  readonly indexes: readonly Named[];
};

/** A constraint or an index. */
export type Named = { readonly name: string | null };

/** Reads the catalog of a database. */
export async function readCatalog(postgres: Postgres, database: string): Promise<Catalog> {
  return JSON.parse(await postgres.query(database, CATALOG));
}

/** SQL that prints a catalog as JSON. Aliases: n namespace, c class, a attribute, k constraint, i index. What belongs to an extension is left out. */
export const CATALOG = `
SET search_path TO public;
SET timezone TO 'UTC';
CREATE FUNCTION pg_temp.cols(rel oid, nums int2[]) RETURNS json LANGUAGE sql AS $$
  SELECT json_agg(a.attname ORDER BY n.at) FROM unnest(nums) WITH ORDINALITY n(num, at)
  JOIN pg_attribute a ON a.attrelid = rel AND a.attnum = n.num $$;
CREATE FUNCTION pg_temp.action(letter "char") RETURNS text LANGUAGE sql AS $$
  SELECT CASE letter WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' END $$;
CREATE FUNCTION pg_temp.type_of(type oid, modifier int) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN e.labels IS NULL THEN format_type(type, modifier)
    ELSE 'enum ' || e.labels || CASE WHEN t.typelem <> 0 THEN '[]' ELSE '' END END
  FROM pg_type t CROSS JOIN LATERAL (SELECT json_agg(enumlabel ORDER BY enumsortorder)::text AS labels FROM pg_enum
    WHERE enumtypid = CASE WHEN t.typelem <> 0 THEN t.typelem ELSE t.oid END) e WHERE t.oid = type $$;
CREATE FUNCTION pg_temp.value_of(sql text, type text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE made text; BEGIN EXECUTE 'SELECT ((' || sql || ')::' || type || ')::text' INTO made; RETURN made; END $$;
CREATE FUNCTION pg_temp.keys(idx oid, rel oid) RETURNS json LANGUAGE sql AS $$
  SELECT json_agg(json_build_object(
      'expression', pg_get_indexdef(idx, k.at::int, false),
      'direction', CASE WHEN i.indoption[k.at - 1] & 1 = 1 THEN 'desc' ELSE 'asc' END,
      'nulls', CASE WHEN i.indoption[k.at - 1] & 2 = 2 THEN 'first' ELSE 'last' END,
      'opclass', CASE WHEN o.opcdefault THEN NULL ELSE o.opcname END) ORDER BY k.at)
  FROM pg_index i CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) k(at)
  JOIN pg_opclass o ON o.oid = i.indclass[k.at - 1] WHERE i.indexrelid = idx $$;
CREATE TEMP VIEW ours AS SELECT c.oid, c.relkind, c.relname,
    CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS full_name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relname <> 'alembic_version'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e');
SELECT json_build_object(
  'namespaces', (SELECT json_agg(nspname ORDER BY nspname) FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
  'enums', (SELECT coalesce(json_object_agg(name, labels), '{}') FROM (
    SELECT format_type(enumtypid, NULL) AS name, json_agg(enumlabel ORDER BY enumsortorder) AS labels
    FROM pg_enum GROUP BY enumtypid) e),
  'sequences', (SELECT coalesce(json_agg(s.full_name ORDER BY s.full_name), '[]') FROM ours s WHERE s.relkind = 'S'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = s.oid AND d.deptype = 'i')),
  'tables', (SELECT coalesce(json_object_agg(c.full_name, json_build_object(
    'kind', CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END,
    'description', obj_description(c.oid, 'pg_class'),
    'definition', CASE c.relkind WHEN 'v' THEN pg_get_viewdef(c.oid) END,
    'columns', (SELECT json_agg(json_build_object(
        'name', a.attname,
        'type', pg_temp.type_of(a.atttypid, a.atttypmod),
        'nullable', NOT a.attnotnull,
        'default', CASE WHEN a.attgenerated = '' AND a.attndims > 0 AND d.adbin IS NOT NULL
          THEN pg_temp.value_of(pg_get_expr(d.adbin, d.adrelid), format_type(a.atttypid, a.atttypmod))
          WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
        'generated', CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
        'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by_default' END,
        'collation', (SELECT collname FROM pg_collation l JOIN pg_type t ON t.oid = a.atttypid
          WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation),
        'dimensions', a.attndims,
        'description', col_description(c.oid, a.attnum)) ORDER BY a.attnum)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
    'constraints', (SELECT coalesce(json_agg(json_build_object(
        'name', k.conname,
        'type', CASE k.contype WHEN 'p' THEN 'primary_key' WHEN 'u' THEN 'unique' WHEN 'c' THEN 'check'
          WHEN 'f' THEN 'foreign_key' WHEN 'x' THEN 'exclude' ELSE k.contype::text END,
        'columns', CASE WHEN k.contype <> 'c' THEN pg_temp.cols(c.oid, k.conkey) END,
        'expression', pg_get_expr(k.conbin, k.conrelid),
        'exclusion', CASE k.contype WHEN 'x' THEN pg_get_constraintdef(k.oid) END,
        'target_table', (SELECT full_name FROM ours WHERE ours.oid = k.confrelid),
        'target_columns', pg_temp.cols(k.confrelid, k.confkey),
        'on_delete', pg_temp.action(k.confdeltype),
        'on_update', pg_temp.action(k.confupdtype),
        'deferrable', CASE WHEN k.condeferred THEN 'deferred' WHEN k.condeferrable THEN 'immediate' END)
        ORDER BY k.conname), '[]') FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n'),
    'indexes', (SELECT coalesce(json_agg(json_build_object(
        'name', x.relname,
        'unique', i.indisunique,
        'method', m.amname,
        'columns', pg_temp.keys(i.indexrelid, c.oid),
        'include', pg_temp.cols(c.oid, (i.indkey::int2[])[i.indnkeyatts:]),
        'nulls_not_distinct', to_jsonb(i) -> 'indnullsnotdistinct',
        'where', pg_get_expr(i.indpred, i.indrelid)) ORDER BY x.relname), '[]')
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
      WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))))), '{}')
    FROM ours c WHERE c.relkind IN ('r', 'v', 'm', 'p')));
`;
