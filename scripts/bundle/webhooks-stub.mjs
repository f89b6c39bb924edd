// Anthropic's library brings a verifier of webhooks with it, which nothing here receives.

/** Never constructed. */
export class Webhook {
  constructor() {
    throw new Error('webhooks are not part of this product');
  }
}
