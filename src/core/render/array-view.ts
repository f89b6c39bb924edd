import type { Table } from '../model/model.ts';
import { namesOf } from './python/imports.ts';
import { wordsOf } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What of `app/core/arrays.py` some table uses. */
export function arrayUses(tables: readonly Table[]): TemplateView {
  const arrays = tables.flatMap((it) => it.columns).filter((it) => it.type.kind === 'array');
  const models = arrays.map((it) => wordsOf(it.type).model ?? '');
  const used = namesOf(models.join('\n'));
  const usesNativeArrays = used.has('native_array');
  const usesOpaqueArrays = used.has('opaque_array');
  return {
    usesArrayType: used.has('array_type'),
    usesNativeArrays,
    usesOpaqueArrays,
    usesArraysByName: usesNativeArrays || usesOpaqueArrays,
    usesCanonicalArrays: [...used].some((it) => it.endsWith('_text')),
  };
}
