import { caseOnlyDuplicate } from './case-only-duplicate.ts';
import { constraintColumns } from './constraint-columns.ts';
import { deleteOrphanSide } from './delete-orphan-side.ts';
import { duplicateClass } from './duplicate-class.ts';
import { duplicateColumn } from './duplicate-column.ts';
import { duplicateTable } from './duplicate-table.ts';
import { fkPartialComposite } from './fk-partial-composite.ts';
import { fkTargetFormat } from './fk-target-format.ts';
import { fkTargetNotUnique } from './fk-target-not-unique.ts';
import { fkTypeCircle } from './fk-type-circle.ts';
import { fkTypeMismatch } from './fk-type-mismatch.ts';
import { fkUnknownColumn } from './fk-unknown-column.ts';
import { fkUnknownTable } from './fk-unknown-table.ts';
import { manyToMany } from './many-to-many.ts';
import { notSupportedYet } from './not-supported-yet.ts';
import { oneToOneNotUnique } from './one-to-one-not-unique.ts';
import { orderByColumn } from './order-by-column.ts';
import { primaryKeyContradiction } from './primary-key-contradiction.ts';
import { primaryKeyNullable } from './primary-key-nullable.ts';
import { relAmbiguous } from './rel-ambiguous.ts';
import { relClassMismatch } from './rel-class-mismatch.ts';
import { relDirection } from './rel-direction.ts';
import { relForeignKey } from './rel-foreign-key.ts';
import { relInverseAsymmetric } from './rel-inverse-asymmetric.ts';
import { relInverseMissing } from './rel-inverse-missing.ts';
import { relNameClash } from './rel-name-clash.ts';
import { relNoFk } from './rel-no-fk.ts';
import { relUnknownTable } from './rel-unknown-table.ts';
import { requiredCycle } from './required-cycle.ts';
import { requiredSelfReference } from './required-self-reference.ts';
import type { Rule } from './rule.ts';
import { setDefaultInvalid } from './set-default-invalid.ts';
import { setNullNotNull } from './set-null-not-null.ts';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  notSupportedYet,
  duplicateTable,
  duplicateClass,
  duplicateColumn,
  caseOnlyDuplicate,
  primaryKeyNullable,
  primaryKeyContradiction,
  fkTargetFormat,
  fkUnknownTable,
  fkUnknownColumn,
  fkTargetNotUnique,
  fkTypeMismatch,
  fkPartialComposite,
  setNullNotNull,
  setDefaultInvalid,
  fkTypeCircle,
  requiredSelfReference,
  requiredCycle,
  constraintColumns,
  relUnknownTable,
  relClassMismatch,
  relNoFk,
  relAmbiguous,
  relForeignKey,
  relInverseMissing,
  relInverseAsymmetric,
  relDirection,
  relNameClash,
  oneToOneNotUnique,
  manyToMany,
  deleteOrphanSide,
  orderByColumn,
];
