import { apiColumns } from './api-columns.ts';
import { apiPath } from './api-path.ts';
import { apiPrefix } from './api-prefix.ts';
import { autoincrementType } from './autoincrement-type.ts';
import { bounds } from './bounds.ts';
import { caseOnlyDuplicate } from './case-only-duplicate.ts';
import { checkExpression } from './check-expression.ts';
import { checkNotRead } from './check-not-read.ts';
import { compositeIntKey } from './composite-int-key.ts';
import { constraintColumns } from './constraint-columns.ts';
import { defaultNotInEnum } from './default-not-in-enum.ts';
import { defaultTooLong } from './default-too-long.ts';
import { defaultType } from './default-type.ts';
import { deleteOrphanSide } from './delete-orphan-side.ts';
import { duplicateClass } from './duplicate-class.ts';
import { duplicateColumn } from './duplicate-column.ts';
import { duplicateIndexName } from './duplicate-index-name.ts';
import { duplicateTable } from './duplicate-table.ts';
import { enumMemberName } from './enum-member-name.ts';
import { enumTypeClash } from './enum-type-clash.ts';
import { enumValues } from './enum-values.ts';
import { fkNotIndexed } from './fk-not-indexed.ts';
import { fkPartialComposite } from './fk-partial-composite.ts';
import { fkTargetFormat } from './fk-target-format.ts';
import { fkTargetNotUnique } from './fk-target-not-unique.ts';
import { fkTypeCircle } from './fk-type-circle.ts';
import { fkTypeMismatch } from './fk-type-mismatch.ts';
import { fkUnknownColumn } from './fk-unknown-column.ts';
import { fkUnknownTable } from './fk-unknown-table.ts';
import { identifierTooLong } from './identifier-too-long.ts';
import { importCollision } from './import-collision.ts';
import { invalidIdentifier } from './invalid-identifier.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { jsonKey } from './json-key.ts';
import { lengthOutOfRange } from './length-out-of-range.ts';
import { manyToMany } from './many-to-many.ts';
import { mixinColumnClash } from './mixin-column-clash.ts';
import { moduleCollision } from './module-collision.ts';
import { naiveDatetime } from './naive-datetime.ts';
import { notSupportedYet } from './not-supported-yet.ts';
import { oneToOneNotUnique } from './one-to-one-not-unique.ts';
import { orderByColumn } from './order-by-column.ts';
import { pageSize } from './page-size.ts';
import { precisionRange } from './precision-range.ts';
import { primaryKeyContradiction } from './primary-key-contradiction.ts';
import { primaryKeyNullable } from './primary-key-nullable.ts';
import { projectName } from './project-name.ts';
import { propertyNotForType } from './property-not-for-type.ts';
import { pythonKeyword } from './python-keyword.ts';
import { redundantIndex } from './redundant-index.ts';
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
import { reservedAttribute } from './reserved-attribute.ts';
import { reservedName } from './reserved-name.ts';
import type { Rule } from './rule.ts';
import { scaleGtPrecision } from './scale-gt-precision.ts';
import { sensitiveInResponse } from './sensitive-in-response.ts';
import { serverDefault } from './server-default.ts';
import { setDefaultInvalid } from './set-default-invalid.ts';
import { setNullNotNull } from './set-null-not-null.ts';
import { sqlReservedWord } from './sql-reserved-word.ts';
import { unwritableRequired } from './unwritable-required.ts';
import { versionInKey } from './version-in-key.ts';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  notSupportedYet,
  duplicateTable,
  duplicateClass,
  duplicateColumn,
  caseOnlyDuplicate,
  invalidIdentifier,
  pythonKeyword,
  reservedAttribute,
  sqlReservedWord,
  identifierTooLong,
  importCollision,
  mixinColumnClash,
  enumTypeClash,
  moduleCollision,
  reservedName,
  propertyNotForType,
  lengthOutOfRange,
  scaleGtPrecision,
  precisionRange,
  enumValues,
  enumMemberName,
  defaultType,
  defaultNotInEnum,
  defaultTooLong,
  autoincrementType,
  compositeIntKey,
  naiveDatetime,
  unwritableRequired,
  invalidPattern,
  bounds,
  serverDefault,
  jsonKey,
  primaryKeyNullable,
  redundantIndex,
  primaryKeyContradiction,
  duplicateIndexName,
  fkTargetFormat,
  fkUnknownTable,
  fkUnknownColumn,
  fkTargetNotUnique,
  fkTypeMismatch,
  fkPartialComposite,
  setNullNotNull,
  setDefaultInvalid,
  requiredSelfReference,
  requiredCycle,
  fkNotIndexed,
  fkTypeCircle,
  constraintColumns,
  versionInKey,
  checkExpression,
  checkNotRead,
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
  projectName,
  sensitiveInResponse,
  apiColumns,
  apiPath,
  pageSize,
  apiPrefix,
];
