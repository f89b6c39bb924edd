import { accessNotEnforced } from './access-not-enforced.ts';
import { apiColumns } from './api-columns.ts';
import { apiPath } from './api-path.ts';
import { apiPrefix } from './api-prefix.ts';
import { associationShape } from './association-shape.ts';
import { autoincrementType } from './autoincrement-type.ts';
import { bounds } from './bounds.ts';
import { cascadeMismatch } from './cascade-mismatch.ts';
import { caseOnlyDuplicate } from './case-only-duplicate.ts';
import { checkExpression } from './check-expression.ts';
import { checkNotRead } from './check-not-read.ts';
import { collation } from './collation.ts';
import { compositeIntKey } from './composite-int-key.ts';
import { constraintColumns } from './constraint-columns.ts';
import { defaultNotInEnum } from './default-not-in-enum.ts';
import { defaultTooLong } from './default-too-long.ts';
import { defaultType } from './default-type.ts';
import { deferrableKey } from './deferrable-key.ts';
import { deleteOrphanSide } from './delete-orphan-side.ts';
import { descriptionTooLong } from './description-too-long.ts';
import { duplicateClass } from './duplicate-class.ts';
import { duplicateColumn } from './duplicate-column.ts';
import { duplicateIndexName } from './duplicate-index-name.ts';
import { duplicateTable } from './duplicate-table.ts';
import { enumMemberName } from './enum-member-name.ts';
import { enumReference } from './enum-reference.ts';
import { enumTypeClash } from './enum-type-clash.ts';
import { enumValues } from './enum-values.ts';
import { exclusion } from './exclusion.ts';
import { fkNotIndexed } from './fk-not-indexed.ts';
import { fkPartialComposite } from './fk-partial-composite.ts';
import { fkTargetFormat } from './fk-target-format.ts';
import { fkTargetNotUnique } from './fk-target-not-unique.ts';
import { fkTargetNullable } from './fk-target-nullable.ts';
import { fkTypeCircle } from './fk-type-circle.ts';
import { fkTypeMismatch } from './fk-type-mismatch.ts';
import { fkUnknownColumn } from './fk-unknown-column.ts';
import { fkUnknownTable } from './fk-unknown-table.ts';
import { fkWithoutRelationship } from './fk-without-relationship.ts';
import { generatedColumn } from './generated-column.ts';
import { generatedKey } from './generated-key.ts';
import { identifierTooLong } from './identifier-too-long.ts';
import { importCollision } from './import-collision.ts';
import { impossibleOperation } from './impossible-operation.ts';
import { indexElement } from './index-element.ts';
import { indexExpression } from './index-expression.ts';
import { indexKeyTooWide } from './index-key-too-wide.ts';
import { indexNotOnSqlite } from './index-not-on-sqlite.ts';
import { indexOption } from './index-option.ts';
import { invalidIdentifier } from './invalid-identifier.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { jsonKey } from './json-key.ts';
import { lengthOutOfRange } from './length-out-of-range.ts';
import { lobDefault } from './lob-default.ts';
import { lobUniqueOrIndex } from './lob-unique-or-index.ts';
import { manyToMany } from './many-to-many.ts';
import { missingPrimaryKey } from './missing-primary-key.ts';
import { mixinColumnClash } from './mixin-column-clash.ts';
import { moduleCollision } from './module-collision.ts';
import { moneyAsFloat } from './money-as-float.ts';
import { multipleCascadePaths } from './multiple-cascade-paths.ts';
import { naiveDatetime } from './naive-datetime.ts';
import { namespace } from './namespace.ts';
import { namingStyle } from './naming-style.ts';
import { numberedColumn } from './numbered-column.ts';
import { oneToOneNotUnique } from './one-to-one-not-unique.ts';
import { operatorClass } from './operator-class.ts';
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
import { relUnpaired } from './rel-unpaired.ts';
import { relWithoutClass } from './rel-without-class.ts';
import { renamedFrom } from './renamed-from.ts';
import { requiredCycle } from './required-cycle.ts';
import { requiredSelfReference } from './required-self-reference.ts';
import { reservedAttribute } from './reserved-attribute.ts';
import { reservedName } from './reserved-name.ts';
import { restrictOnMssql } from './restrict-on-mssql.ts';
import { rowTooWide } from './row-too-wide.ts';
import type { Rule } from './rule.ts';
import { scaleGtPrecision } from './scale-gt-precision.ts';
import { sensitiveInResponse } from './sensitive-in-response.ts';
import { serverDefault } from './server-default.ts';
import { setDefaultInvalid } from './set-default-invalid.ts';
import { setNullNotNull } from './set-null-not-null.ts';
import { sqlReservedWord } from './sql-reserved-word.ts';
import { stringNeedsLength } from './string-needs-length.ts';
import { typeParameters } from './type-parameters.ts';
import { typeUnsupported } from './type-unsupported.ts';
import { unusedEnum } from './unused-enum.ts';
import { unwritableRequired } from './unwritable-required.ts';
import { versionInKey } from './version-in-key.ts';
import { viewTable } from './view-table.ts';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  duplicateTable,
  duplicateClass,
  duplicateColumn,
  caseOnlyDuplicate,
  invalidIdentifier,
  pythonKeyword,
  reservedAttribute,
  sqlReservedWord,
  identifierTooLong,
  namingStyle,
  importCollision,
  mixinColumnClash,
  enumTypeClash,
  moduleCollision,
  reservedName,
  namespace,
  renamedFrom,
  descriptionTooLong,
  propertyNotForType,
  stringNeedsLength,
  lengthOutOfRange,
  scaleGtPrecision,
  precisionRange,
  enumValues,
  enumMemberName,
  defaultType,
  defaultNotInEnum,
  defaultTooLong,
  lobDefault,
  autoincrementType,
  compositeIntKey,
  typeUnsupported,
  lobUniqueOrIndex,
  indexKeyTooWide,
  moneyAsFloat,
  naiveDatetime,
  unwritableRequired,
  invalidPattern,
  bounds,
  serverDefault,
  jsonKey,
  typeParameters,
  rowTooWide,
  enumReference,
  generatedColumn,
  numberedColumn,
  collation,
  missingPrimaryKey,
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
  restrictOnMssql,
  multipleCascadePaths,
  requiredSelfReference,
  requiredCycle,
  fkNotIndexed,
  fkTypeCircle,
  deferrableKey,
  generatedKey,
  fkTargetNullable,
  constraintColumns,
  versionInKey,
  checkExpression,
  checkNotRead,
  indexElement,
  indexExpression,
  indexOption,
  operatorClass,
  indexNotOnSqlite,
  exclusion,
  viewTable,
  relUnknownTable,
  relClassMismatch,
  relNoFk,
  relAmbiguous,
  relForeignKey,
  relInverseMissing,
  relInverseAsymmetric,
  relDirection,
  relUnpaired,
  relNameClash,
  oneToOneNotUnique,
  manyToMany,
  associationShape,
  deleteOrphanSide,
  cascadeMismatch,
  fkWithoutRelationship,
  orderByColumn,
  relWithoutClass,
  projectName,
  sensitiveInResponse,
  unusedEnum,
  apiColumns,
  apiPath,
  pageSize,
  apiPrefix,
  impossibleOperation,
  accessNotEnforced,
];
