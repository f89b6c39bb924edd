import { randomUUID } from 'node:crypto';
import type { Uri } from 'vscode';
import { acceptedByDefault, type ChangeSet, type FileChange, type ProjectPath } from '../../core/index.ts';
import { templateFolder } from '../../host/template-folder.ts';
import { openModels } from '../../llm/open-llm.ts';
import { setupProblemText } from '../../llm/setup-problem.ts';
import { createGeneration } from '../../workflow/generate.ts';
import type { Outcome } from '../../workflow/outcome.ts';
import type { ChangeSetStore, Ports } from '../../workflow/ports.ts';
import { sourcesOf } from '../keys/model-setup.ts';
import { editorFolder, unsavedPaths } from '../review/editor-disk.ts';
import { decidedChangeSet, type Review } from '../review/review.ts';
import type { ReviewStore } from '../review/review-store.ts';
import type { Services } from '../services.ts';
import { currentLimits, currentSettings } from '../settings.ts';
import { outcomeView } from './outcome-text.ts';
import type { ActiveRun } from './run-store.ts';
import { sharedChecker } from './shared-checker.ts';

/** What a run works on. */
export type RunRequest = {
  /** The schema's file name. */
  readonly title: string;
  readonly text: string;
  readonly uri: Uri;
  /** Absolute path of the folder to generate into. */
  readonly target: string;
};

/** Generates as far as the review; the command that applies or discards the changes goes on from there. */
export async function startRun(services: Services, request: RunRequest): Promise<Outcome> {
  const { runs } = services;
  const run = runs.begin(request.title, request.uri);
  const ports = await openPorts(services, request, run);
  const generation = createGeneration(
    { text: request.text, limits: currentLimits(request.uri) },
    ports,
    run.onProgress,
  );
  const outcome = await generation.start(run.signal);
  runs.update(outcomeView(outcome));
  if (outcome.kind !== 'review') return outcome;
  const review = newReview(request, outcome);
  services.reviews.open(review);
  runs.decide = (decision) => generation.decide(decision, new AbortController().signal);
  return { ...outcome, changeSet: review.changeSet };
}

async function openPorts(services: Services, { target, uri }: RunRequest, run: ActiveRun): Promise<Ports> {
  const { context, keyring, reviews } = services;
  const ports: Ports = {
    templates: await templateFolder(context.asAbsolutePath('templates')),
    checker: sharedChecker(services),
    project: editorFolder(target),
    changeSets: changeSetsOf(reviews),
  };
  const models = await openModels(currentSettings(uri), sourcesOf(keyring));
  if (models.ok) return models.value === undefined ? ports : { ...ports, models: models.value };
  const text = `the schema is not reviewed: ${setupProblemText(models.error)}`;
  run.onProgress({ kind: 'log', step: 'architect', level: 'warning', text });
  return ports;
}

type ReviewOutcome = Extract<Outcome, { kind: 'review' }>;

// The workflow asks for the change set again when it is applied, and gets it with the person's own versions.
function changeSetsOf(reviews: ReviewStore): ChangeSetStore {
  const compared = new Map<string, ChangeSet>();
  return {
    put: (changeSet) => {
      const id = `review-${randomUUID().slice(0, 8)}`;
      compared.set(id, changeSet);
      return id;
    },
    get: (id) => {
      const review = reviews.current();
      return review?.id === id ? decidedChangeSet(review) : compared.get(id);
    },
  };
}

function newReview({ title, target }: RunRequest, { id, changeSet: compared }: ReviewOutcome): Review {
  const unsaved = unsavedPaths(target);
  const changes = compared.changes.map((it) => (unsaved.has(it.path) ? unsavedConflict(it) : it));
  const changeSet: ChangeSet = { ...compared, changes };
  const checked = tickedAtFirst(changeSet);
  return { id, title, target, changeSet, checked, edited: new Map(), stale: new Set() };
}

// What is taken away is left to the person; a deletion that is not ticked is offered again the next time.
function tickedAtFirst(changeSet: ChangeSet): ReadonlySet<ProjectPath> {
  const accepted = acceptedByDefault(changeSet);
  const harmless = changeSet.changes.filter((it) => it.kind !== 'delete' && accepted.has(it.path));
  return new Set(harmless.map((it) => it.path));
}

function unsavedConflict(change: FileChange): FileChange {
  if (change.kind === 'keep' || change.kind === 'create' || change.kind === 'conflict') return change;
  const proposed = change.kind === 'delete' ? undefined : change.proposed;
  return { kind: 'conflict', path: change.path, current: change.current, proposed, reason: 'unsaved' };
}
