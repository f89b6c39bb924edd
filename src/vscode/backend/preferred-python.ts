import { setTimeout as wait } from 'node:timers/promises';
import { type Extension, extensions, type LogOutputChannel, Uri } from 'vscode';
import { z } from 'zod';

/** The interpreter that the person selected in the Python extension for a folder; undefined when there is none. */
export async function preferredPython(folder: string, log: LogOutputChannel): Promise<string | undefined> {
  const extension = extensions.getExtension<PythonExtension>('ms-python.python');
  if (extension === undefined) return undefined;
  try {
    // It may still be looking at every interpreter of the machine.
    const answer = await Promise.race([selected(extension, folder), wait(PATIENCE_MS)]);
    const resolved = Resolved.safeParse(answer);
    return resolved.success ? resolved.data.executable.uri.fsPath : undefined;
  } catch (error) {
    log.warn(`the Python extension does not say which interpreter is selected: ${String(error)}`);
    return undefined;
  }
}

async function selected(extension: Extension<PythonExtension>, folder: string): Promise<unknown> {
  const { environments } = await extension.activate();
  return environments.resolveEnvironment(environments.getActiveEnvironmentPath(Uri.file(folder)));
}

const PATIENCE_MS = 5000;

// The part that is used of https://github.com/microsoft/vscode-python, whose types are a package of their own.
type PythonExtension = {
  readonly environments: {
    getActiveEnvironmentPath(resource: Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<unknown>;
  };
};

const Resolved = z.object({ executable: z.object({ uri: z.object({ fsPath: z.string().min(1) }) }) });
