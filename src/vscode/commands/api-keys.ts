import { ProgressLocation, window } from 'vscode';
import type { Services } from '../services.ts';

const loadSetup = () => import('../keys/model-setup.ts');

/** Asks for a key and stores it for the endpoint that the settings name, and for no other. */
export async function setApiKey({ keyring }: Services): Promise<boolean> {
  const { setUpPlace } = await loadSetup();
  const place = await setUpPlace();
  if (place === undefined) return false;
  const { host } = place.endpoint;
  const key = await window.showInputBox({
    title: `API key for ${host}`,
    prompt: `It is kept in the editor's secret storage and sent to ${host} only.`,
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^[\x21-\x7e]*$/.test(text.trim()) ? undefined : 'a key has no spaces or special characters',
  });
  if (key === undefined || key.trim() === '') return false;
  const where = await keyring.store(place.keyId, key.trim());
  const text =
    where === 'stored'
      ? `the API key for ${host} is stored.`
      : `the system has no keyring that works, so the API key for ${host} is kept until the editor is closed.`;
  window.showInformationMessage(`BackBone: ${text}`);
  return true;
}

/** Asks the model one small question with the stored key. */
export async function testApiKey({ keyring }: Services): Promise<boolean> {
  const { tryModel } = await loadSetup();
  const options = {
    location: ProgressLocation.Notification,
    title: 'BackBone: asking the model…',
    cancellable: true,
  };
  const { ok, message } = await window.withProgress(options, (_progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return tryModel(keyring, controller.signal);
  });
  if (ok) window.showInformationMessage(`BackBone: ${message}.`);
  else window.showErrorMessage(`BackBone: ${message}.`);
  return ok;
}

/** Deletes one of the stored keys, or all of them. */
export async function forgetApiKey({ keyring }: Services): Promise<number> {
  const ids = await keyring.ids();
  if (ids.length === 0) {
    window.showInformationMessage('BackBone: no API key is stored.');
    return 0;
  }
  const { hostOfKey } = await loadSetup();
  const single = ids.map(async (id) => ({ label: `Forget the key for ${await hostOfKey(id)}`, ids: [id] }));
  const choices = [...(await Promise.all(single)), { label: `Forget all keys (${ids.length})`, ids }];
  const chosen = await window.showQuickPick(choices, { title: 'Forget API Key' });
  for (const id of chosen?.ids ?? []) await keyring.forget(id);
  if (chosen !== undefined) window.showInformationMessage('BackBone: forgotten.');
  return chosen?.ids.length ?? 0;
}
