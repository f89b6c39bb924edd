/** The longest schema that is sent, in characters; about 15,000 tokens. */
export const MAX_SCHEMA_CHARACTERS = 60_000;
