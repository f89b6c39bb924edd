import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { failure, type Result, success, type TemplateSet } from '../../core/index.ts';
import { errorCode, nodeDisk } from '../../host/disk.ts';
import { projectFolder } from '../../host/project-folder.ts';
import { reasonText } from '../../host/reason-text.ts';
import { recoveryText } from '../../host/recovery-text.ts';
import { ruffChecker } from '../../host/ruff.ts';
import { templateFolder } from '../../host/template-folder.ts';
import { keepWasmBaseline } from '../../host/v8-flags.ts';
import type { Ports } from '../../workflow/ports.ts';
import { memoryStore } from './memory-store.ts';

// A bundle of its own, made by the build; see esbuild.mjs.
const RUFF = './ruff.cjs';

/** What a generation into a folder needs; the failure is one sentence for people. `say` hears of recoveries. */
export async function nodePorts(out: string, say: (line: string) => void): Promise<Result<Ports, string>> {
  const require = createRequire(import.meta.url);
  const templates = await readTemplates(fileURLToPath(new URL('../templates', import.meta.url)));
  if (!templates.ok) return templates;
  return success({
    templates: templates.value,
    checker: ruffChecker(async () => {
      keepWasmBaseline();
      return require(RUFF);
    }),
    project: projectFolder(out, nodeDisk, (it) => say(recoveryText(it))),
    changeSets: memoryStore(),
  });
}

async function readTemplates(folder: string): Promise<Result<TemplateSet, string>> {
  try {
    return success(await templateFolder(folder));
  } catch (error) {
    const reason = reasonText(errorCode(error));
    return failure(`cannot read the templates in "${folder}": ${reason}; install BackBone again`);
  }
}
