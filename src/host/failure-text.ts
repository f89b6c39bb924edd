import { BOOKKEEPING, type ProjectPath, unreachable } from '../core/index.ts';
import type { ProjectFailure } from '../workflow/ports.ts';
import { reasonText } from './reason-text.ts';

/** A failure of the project folder in one sentence, with what to do about it. */
export function failureText(failure: ProjectFailure): string {
  switch (failure.kind) {
    case 'changed':
      return `nothing was written: ${named(failure.paths)} changed since the comparison; generate again`;
    case 'unsaved':
      return `nothing was written: there are unsaved changes in ${named(failure.paths)}; save or revert first`;
    case 'busy':
      return `nothing was written: another run (process ${failure.process}) is writing there; generate again when it is done, or delete "${failure.path}" if that process is not BackBone`;
    case 'outside':
      return `nothing was written: "${failure.path}" leads out of the project folder; remove that link`;
    case 'not-a-directory':
      return `cannot generate into "${failure.path}": it is not a folder`;
    case 'bad-bookkeeping':
      return `cannot read "${failure.path}": ${failure.detail}; restore it from version control, or delete it and generate again`;
    case 'io':
      return `cannot write "${failure.path}": ${reasonText(failure.code)}${failure.isMixed === true ? MIXED : '; nothing was changed'}`;
    default:
      return unreachable(failure);
  }
}

const MIXED =
  '; some files are already written and could not be put back; mend that and generate again, which puts them back first';

/** Paths named so far as a sentence bears; a person knows nothing of the bookkeeping. */
function named(paths: readonly ProjectPath[]): string {
  const own = paths.filter((it) => !it.startsWith(`${BOOKKEEPING}/`));
  const all = own.length === 0 ? paths : own;
  const more = all.length - NAMED;
  return `${all.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const NAMED = 3;
