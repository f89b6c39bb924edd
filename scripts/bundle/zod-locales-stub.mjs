// zod's fifty languages of messages; only English is ever configured.
export { default as en } from '../../node_modules/zod/v4/locales/en.js';
