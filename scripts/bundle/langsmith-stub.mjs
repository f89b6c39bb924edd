// Takes the place of LangChain's tracing client in every bundle: with the real one, a variable in the
// environment is enough to send prompts to a tracing service.

/** Carries what LangChain keeps in it; nothing is ever sent. */
export class RunTree {
  constructor(config) {
    Object.assign(this, config);
  }
}

/** Only constructed when tracing is on, which it cannot be. */
export class Client {
  constructor() {
    throw new Error('tracing is not part of this product');
  }
}

export const isRunTree = (value) => value instanceof RunTree;

export const isTraceableFunction = () => false;

export const getCurrentRunTree = () => undefined;

export const convertToDottedOrderFormat = (epoch, runId) => ({
  dottedOrder: `${epoch}${runId}`,
  microsecondPrecisionDatestring: new Date(epoch).toISOString(),
});
