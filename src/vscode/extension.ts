import { type Disposable, type ExtensionContext, window } from 'vscode';
import { createBackendStore } from './backend/backend-store.ts';
import { registerCommand } from './command.ts';
import { forgetApiKey, setApiKey, testApiKey } from './commands/api-keys.ts';
import { applyChanges } from './commands/apply-changes.ts';
import { checkAll, uncheckAll } from './commands/check-all.ts';
import { checkSetup } from './commands/check-setup.ts';
import { chooseModel } from './commands/choose-model.ts';
import { discardChanges } from './commands/discard-changes.ts';
import { generateBackend } from './commands/generate-backend.ts';
import { getStarted } from './commands/get-started.ts';
import { newSchema } from './commands/new-schema.ts';
import { openChange } from './commands/open-change.ts';
import { runBackend } from './commands/run-backend.ts';
import { stopBackend } from './commands/stop-backend.ts';
import { undoApply } from './commands/undo-apply.ts';
import { validateSchema } from './commands/validate-schema.ts';
import { verifyBackend } from './commands/verify-backend.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { createKeyring } from './keys/keyring.ts';
import { registerChangesView } from './review/changes-view.ts';
import { showWhetherUndoable } from './review/last-apply.ts';
import { registerProposedFiles } from './review/proposed-files.ts';
import { createReviewStore } from './review/review-store.ts';
import { loadSavedReview, registerSavedReview } from './review/saved-review.ts';
import { registerProgressView } from './run/progress-view.ts';
import { createRunStore } from './run/run-store.ts';
import { showSuggestion } from './run/show-suggestion.ts';
import { showTest } from './run/show-test.ts';
import type { Services } from './services.ts';

/** Registers everything and does nothing else; the engine loads with the first schema, the workflow with the first run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('BackBone AI', { log: true });
  const services: Services = {
    context,
    log,
    runs: createRunStore(log),
    reviews: createReviewStore(),
    keyring: createKeyring(context, log),
    backends: createBackendStore(),
  };
  context.subscriptions.push(
    log,
    services.runs,
    services.reviews,
    services.backends,
    registerDiagnostics(context, log),
    registerProposedFiles(services.reviews),
    registerChangesView(services.reviews),
    registerSavedReview(context, services.reviews, log),
    registerProgressView(services, {
      'show-suggestion': (id) => showSuggestion(services, id),
      'show-test': (id) => showTest(services, id),
      'open-backend': services.backends.open,
      'stop-backend': services.backends.stop,
    }),
    ...registerCommands(services),
  );
  await showWhetherUndoable(context);
  await reopenReview(services);
}

async function reopenReview(services: Services): Promise<void> {
  const { context, reviews, runs } = services;
  const review = await loadSavedReview(context);
  if (review === undefined) return;
  const { finishApply } = await import('./review/finish-apply.ts');
  if (await finishApply(services, review)) return;
  reviews.open(review);
  runs.update({
    phase: 'reviewing',
    title: review.title,
    headline: 'These changes were not applied before the window was closed.',
  });
}

function registerCommands(services: Services): readonly Disposable[] {
  const actions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    getStarted: () => getStarted(services),
    newSchema,
    validateSchema,
    generateBackend: (argument) => generateBackend(services, argument),
    cancelRun: () => services.runs.cancel(),
    openDiff: (argument) => openChange(services, argument),
    checkAll: () => checkAll(services),
    uncheckAll: () => uncheckAll(services),
    applyChanges: () => applyChanges(services),
    discardChanges: () => discardChanges(services),
    undoApply: () => undoApply(services),
    chooseModel: () => chooseModel(services),
    verifyBackend: (argument) => verifyBackend(services, argument),
    runBackend: (argument) => runBackend(services, argument),
    stopBackend: () => stopBackend(services),
    checkSetup: () => checkSetup(services),
    setApiKey: () => setApiKey(services),
    testApiKey: () => testApiKey(services),
    forgetApiKey: () => forgetApiKey(services),
  };
  return Object.entries(actions).map(([name, action]) => registerCommand(services.log, name, action));
}
