import { Position, Range, Uri, window } from 'vscode';
import type { Services } from '../services.ts';

/** Goes to a test that failed. */
export async function showTest({ runs }: Services, id: number): Promise<void> {
  const place = runs.testPlaces[id];
  if (place === undefined) return;
  const start = new Position(place.line - 1, 0);
  await window.showTextDocument(Uri.file(place.path), { selection: new Range(start, start) });
}
