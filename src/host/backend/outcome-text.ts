import { unreachable } from '../../core/index.ts';
import { installAdvice, PYTHON_ADVICE, type System } from './install-advice.ts';
import type { PrepareFailure } from './prepare-environment.ts';
import { OLDEST_PYTHON } from './python.ts';
import type { ServeFailure } from './serve.ts';
import type { TestReport } from './test-report.ts';

const WANTED = `Python ${OLDEST_PYTHON.join('.')} or newer`;

/** Why there is no environment, in sentences: what happened and what to do. */
export function prepareFailureText(failure: PrepareFailure, system: System): string {
  switch (failure.kind) {
    case 'no-python': {
      const found = failure.found === undefined ? '' : ` (there is only ${failure.found.version})`;
      return `${WANTED} is not installed${found}. To install it, ${PYTHON_ADVICE[system]}.`;
    }
    case 'no-venv':
      return `Python ${failure.python.version} cannot make environments. To add that, ${PYTHON_ADVICE[system]}.`;
    case 'unusable-environment': {
      const why = failure.found === undefined ? 'does not start' : `is ${failure.found.version}`;
      return `${WANTED} is needed, and the Python in ${failure.folder} ${why}. It can be made again.`;
    }
    case 'make-failed':
      return `The environment could not be made${cause(failure.lastLines)}`;
    case 'install-failed':
      return `The dependencies could not be installed${cause(failure.lastLines)}`;
    case 'cancelled':
      return 'Cancelled.';
    default:
      return unreachable(failure);
  }
}

/** Why a backend does not run, in sentences. */
export function serveFailureText(failure: ServeFailure, system: System): string {
  switch (failure.kind) {
    case 'no-port':
      return `No port of this machine can be used (${failure.code}).`;
    case 'start-failed':
      return 'The backend ended before it answered; the last lines below say why.';
    case 'no-answer':
      return `The backend did not answer within ${failure.seconds} seconds. Look at its terminal, and at the database that .env names.`;
    default:
      return prepareFailureText(failure, system);
  }
}

function cause(lastLines: readonly string[]): string {
  const advice = installAdvice(lastLines);
  return advice === undefined ? '; the last lines below say why.' : `: ${advice}.`;
}

/** What the tests showed, such as `2 of 40 tests failed (3.1 s)`. */
export function reportText({ tests, failed, errors, skipped, seconds }: TestReport): string {
  const took = `(${seconds.toFixed(1)} s)`;
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  if (failed + errors === 0) return `${count(tests - skipped, 'test')} passed${left} ${took}`;
  if (failed === 0) return `${count(errors, 'error')} in ${count(tests, 'test')}${left} ${took}`;
  const broken = errors === 0 ? '' : `, ${count(errors, 'error')}`;
  return `${failed} of ${count(tests, 'test')} failed${broken}${left} ${took}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
