import type { ExtensionContext, LogOutputChannel } from 'vscode';

const PREFIX = 'backboneAi.apiKey/';

/** API keys, each under the id of the endpoint that it was entered for; they are kept nowhere else. */
export type Keyring = {
  readonly read: (keyId: string) => Promise<string | undefined>;
  /** Whether the key will be there after a restart: without a system keyring it is kept for this session only. */
  readonly store: (keyId: string, key: string) => Promise<'stored' | 'session-only'>;
  readonly forget: (keyId: string) => Promise<void>;
  readonly ids: () => Promise<readonly string[]>;
};

/** The keyring over the editor's secret storage. */
export function createKeyring({ secrets }: ExtensionContext, log: LogOutputChannel): Keyring {
  const session = new Map<string, string>();
  const stored = async (): Promise<readonly string[]> =>
    (await secrets.keys()).filter((it) => it.startsWith(PREFIX));
  return {
    read: async (keyId) => session.get(keyId) ?? (await secrets.get(keyId)),
    store: async (keyId, key) => {
      try {
        await secrets.store(keyId, key);
        session.delete(keyId);
        return 'stored';
      } catch (error) {
        // What a failed store says could name what it failed to store.
        log.warn(`the secret storage refused a key (${error instanceof Error ? error.name : 'unknown'})`);
        session.set(keyId, key);
        return 'session-only';
      }
    },
    forget: async (keyId) => {
      session.delete(keyId);
      await secrets.delete(keyId);
    },
    ids: async () => [...new Set([...(await stored()), ...session.keys()])],
  };
}
