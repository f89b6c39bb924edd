import type { Collation, TextType } from '../../model/column-type.ts';
import { pythonString } from '../literals.ts';
import { call } from './constraints.ts';
import type { TypeWords } from './type-words.ts';

/** The words for text with a collation of its own, which only the project's own database knows. */
export function collatedWords(type: TextType, collation: Collation): TypeWords {
  return {
    annotation: 'str',
    model: collated(type, collation, type.form === 'char' ? 'PaddedChar' : NAMES[type.form]),
    migration: collated(type, collation, NAMES[type.form]),
    input: 'Str',
  };
}

const NAMES: Readonly<Record<TextType['form'], string>> = {
  varchar: 'sa.String',
  char: 'sa.CHAR',
  text: 'sa.Text',
  citext: 'sa.Text',
};

function collated(type: TextType, { name, onlyOn }: Collation, plain: string): string {
  const size = type.length === undefined ? '' : String(type.length);
  // TEXT of MySQL ends after 65,535 bytes.
  const made = onlyOn === 'mysql' && plain === 'sa.Text' ? 'mysql.LONGTEXT' : plain;
  const own = `${made}(${call(size, `collation=${pythonString(name)}`)})`;
  return `${plain}(${size}).with_variant(${own}, "${onlyOn}")`;
}
