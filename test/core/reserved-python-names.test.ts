import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { planFiles, renderFiles, type TemplateSet, validateText } from '../../src/core/index.ts';
import { pythonAttribute, pythonClass } from '../../src/core/schema/python-names.ts';
import { templateFolder } from '../../src/host/template-folder.ts';
import { schemaFiles } from '../support/schema-files.ts';

let templates: TemplateSet = [];

beforeAll(async () => {
  templates = await templateFolder(resolve(import.meta.dirname, '../../templates'));
});

/** The names that generated modules at some paths import from libraries and from `app.core`. */
function importedBy(path: RegExp): readonly string[] {
  const files = schemaFiles.flatMap((file) => {
    const { model } = validateText(readFileSync(file, 'utf8'));
    return model === undefined ? [] : renderFiles(planFiles(model, templates));
  });
  const found = files
    .filter((it) => path.test(it.path))
    .flatMap((it) => [...it.text.matchAll(/^(?:from (?!app\.models)\S+ )?import (?:\S+ as )?(\w+)$/gm)]);
  return [...new Set(found.flatMap((it) => it[1] ?? []))];
}

/** Names that stand only before or between classes, where no attribute is in the way. */
const OUTSIDE = [
  'TYPE_CHECKING',
  'TimestampMixin',
  'SoftDeleteMixin',
  'VersionMixin',
  'InputModel',
  'PublicModel',
  'ListParams',
  'Page',
];

it('no attribute has a name that the body of a generated class uses', () => {
  const names = importedBy(/^app\/(models\/(?!__init__)|domains\/[^/]+\/schemas)/);
  expect(names).toContain('mapped_column');
  expect(names).toContain('FilterStr');
  expect(names.filter((it) => pythonAttribute(it) === it && !OUTSIDE.includes(it))).toEqual([]);
});

it('no class of a table has a name that a module of models imports', () => {
  const names = importedBy(/^app\/models\/(?!__init__)/).filter((it) => /^[A-Z]/.test(it));
  expect(names.filter((it) => pythonClass(it) === it)).toEqual([]);
});
