import { env, Uri } from 'vscode';

/** Opens the page that Python is downloaded from. */
export const openPythonDownloads = (): Thenable<boolean> =>
  env.openExternal(Uri.parse('https://www.python.org/downloads/'));
