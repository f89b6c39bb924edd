import type { Model } from '../model/model.ts';

/** A part of the generated project that is there only when the schema needs it: one folder of `templates/`. */
export type Feature = { readonly folder: string; readonly isOn: (model: Model) => boolean };

/** Every folder of templates; what is off leaves no trace. */
export const FEATURES: readonly Feature[] = [
  { folder: 'base', isOn: () => true },
  {
    folder: 'passwords',
    isOn: (model) =>
      model.tables.some((it) => it.columns.some((column) => column.checks.format === 'password')),
  },
];
