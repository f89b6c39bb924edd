import { strictSchema, suggestSchema } from './gen/json-schema.ts';

console.log(JSON.stringify(strictSchema(), null, 1).slice(0, 3000));
console.log(JSON.stringify(suggestSchema(), null, 1).slice(0, 1500));
