import type { RemoteProviderId } from '../../workflow/settings.ts';
import type { Limits } from '../deadline.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Speaker } from '../speaker.ts';

/** A place on the network where language models are offered. */
export type Provider = {
  readonly id: RemoteProviderId;
  /** Shown to people. */
  readonly label: string;
  /** Its only address; undefined when the settings name one. */
  readonly baseUrl: string | undefined;
  /** Used when the settings name none; undefined when there is no sensible default. */
  readonly defaultModel: string | undefined;
  /** Whether nothing works without a key. */
  readonly needsKey: boolean;
  /** Loads the provider's library, which is why it is not done before it is needed. */
  readonly open: (access: Access) => Promise<Speaker>;
};

/** Everything that is needed to reach one model; nothing is read from anywhere else. */
export type Access = {
  readonly endpoint: Endpoint;
  readonly apiKey: string | undefined;
  readonly model: string;
  readonly limits: Limits;
};
