import { unreachable } from '../core/index.ts';
import type { EndpointProblem } from './endpoint.ts';

/** Why no model can be used although one is set up. */
export type SetupProblem =
  | { readonly kind: 'endpoint'; readonly problem: EndpointProblem }
  | { readonly kind: 'no-model' }
  | { readonly kind: 'no-key'; readonly host: string }
  | { readonly kind: 'malformed-key' }
  | { readonly kind: 'no-editor-model' }
  | {
      readonly kind: 'unknown-editor-model';
      readonly model: string;
      readonly offered: readonly string[];
    };

/** A setup problem in words: what is missing and where to enter it. */
export function setupProblemText(problem: SetupProblem): string {
  switch (problem.kind) {
    case 'endpoint':
      return `the setting "backboneAi.baseUrl" ${ENDPOINT_TEXTS[problem.problem]}`;
    case 'no-model':
      return 'the setting "backboneAi.model" is empty; enter the name of a model that the endpoint offers';
    case 'no-key':
      return `there is no API key for ${problem.host}; enter one with "BackBone: Set API Key"`;
    case 'malformed-key':
      return 'the stored API key contains characters that no key has; enter it again with "BackBone: Set API Key"';
    case 'no-editor-model':
      return 'VS Code offers no language model; install an extension that brings one, such as GitHub Copilot, and sign in, or choose another with "BackBone: Choose Language Model"';
    case 'unknown-editor-model':
      return `VS Code offers no language model "${problem.model}" (but ${problem.offered.join(', ')}); choose one with "BackBone: Choose Language Model"`;
    default:
      return unreachable(problem);
  }
}

const ENDPOINT_TEXTS = {
  missing: 'is empty; enter the base URL of the endpoint',
  'not-a-url': 'is not a URL; enter one such as "https://llm.example.com/v1"',
  'not-https': 'must start with https, except for an endpoint on this machine',
  'more-than-a-path': 'must not contain a user name, a query or a fragment',
} as const satisfies Record<EndpointProblem, string>;
