/** Loads the engine; it is not part of what the editor loads at start. */
export const loadEngine = () => import('../core/index.ts');
