import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import type { ProjectPath } from '../../core/index.ts';
import { changeAt, type OpenChange, proposedText, type Review, withEdit } from './review.ts';
import type { ReviewStore } from './review-store.ts';

const PROPOSED = 'backbone-proposed';
const EMPTY = 'backbone-empty';

/** The document of a proposed text; what is typed into it becomes the proposal. */
export const proposedUri = (review: Review, path: string): Uri =>
  Uri.from({ scheme: PROPOSED, path: `/${review.id}/${path}` });

/** The other side of a file that does not exist. */
export const emptyUri = (path: string): Uri => Uri.from({ scheme: EMPTY, path: `/${path}` });

/** The path behind the document of a proposed text. */
export function pathOfProposed(review: Review, uri: Uri): string | undefined {
  const prefix = `/${review.id}/`;
  return uri.scheme === PROPOSED && uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

/** Serves proposed texts as files that can be edited, and the empty side of new and deleted files. */
export function registerProposedFiles(reviews: ReviewStore): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>();
  return Disposable.from(
    changed,
    workspace.registerFileSystemProvider(PROPOSED, proposedFiles(reviews, changed), {
      isCaseSensitive: true,
    }),
    workspace.registerTextDocumentContentProvider(EMPTY, { provideTextDocumentContent: () => '' }),
  );
}

function proposedFiles(reviews: ReviewStore, changed: EventEmitter<FileChangeEvent[]>): FileSystemProvider {
  const modified = new Map<string, number>();
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => undefined),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
    stat: (uri) => statOf(reviews, uri, modified.get(uri.path) ?? 0),
    readFile: (uri) => new TextEncoder().encode(textOf(reviews, uri)),
    writeFile: (uri, content) => {
      const path = editablePath(reviews, uri) ?? refuse(uri);
      modified.set(uri.path, (modified.get(uri.path) ?? 0) + 1);
      reviews.update((review) => withEdit(review, path, new TextDecoder().decode(content)));
      changed.fire([{ type: FileChangeType.Changed, uri }]);
    },
  };
}

function statOf(reviews: ReviewStore, uri: Uri, mtime: number): FileStat {
  const size = new TextEncoder().encode(textOf(reviews, uri)).length;
  const stat = { type: FileType.File, ctime: 0, mtime, size };
  return editablePath(reviews, uri) === undefined ? { ...stat, permissions: FilePermission.Readonly } : stat;
}

function textOf(reviews: ReviewStore, uri: Uri): string {
  const [review, change] = find(reviews, uri);
  const text = review && change && proposedText(review, change);
  if (text === undefined) throw FileSystemError.FileNotFound(uri);
  return text;
}

// Only the open review can be edited; what was applied or discarded is history.
function editablePath(reviews: ReviewStore, uri: Uri): ProjectPath | undefined {
  const [review, change] = find(reviews, uri);
  if (review === undefined || review !== reviews.current()) return undefined;
  return change?.path;
}

function find(reviews: ReviewStore, uri: Uri): [Review | undefined, OpenChange | undefined] {
  const review = reviews.find(uri.path.split('/')[1] ?? '');
  const path = review && pathOfProposed(review, uri);
  return [review, review && path !== undefined ? changeAt(review, path) : undefined];
}
