import { type LanguageModelChat, lm } from 'vscode';
import { failure, type Result, success } from '../../core/index.ts';
import type { EditorModel } from '../../llm/open-llm.ts';
import type { SetupProblem } from '../../llm/setup-problem.ts';
import { editorSpeaker } from './editor-speaker.ts';

/** The models that the editor and its extensions offer, each once. */
export async function editorModels(): Promise<readonly LanguageModelChat[]> {
  const models = await lm.selectChatModels();
  return [...new Map(models.map((it) => [editorModelName(it), it])).values()];
}

/** How the settings name one of the editor's models: a family stays when its versions change. */
export const editorModelName = ({ vendor, family }: LanguageModelChat): string => `${vendor}/${family}`;

/** Finds the model of that name, family or id; without a name, the first one. */
export async function openEditorModel(name: string): Promise<Result<EditorModel, SetupProblem>> {
  const models = await editorModels();
  const names = (it: LanguageModelChat): readonly string[] => [editorModelName(it), it.family, it.id];
  const model = name === '' ? models[0] : models.find((it) => names(it).includes(name));
  if (model !== undefined)
    return success({ speak: editorSpeaker(model), name: model.name, host: `VS Code (${model.vendor})` });
  if (models.length === 0) return failure({ kind: 'no-editor-model' });
  return failure({ kind: 'unknown-editor-model', model: name, offered: models.map(editorModelName) });
}
