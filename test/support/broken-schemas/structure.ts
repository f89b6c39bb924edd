import { type BrokenSchema, table } from './broken-schema.ts';

/** Mistakes in the shape of the file: the codes BB10x. */
export const STRUCTURE: readonly BrokenSchema[] = [
  {
    code: 'BB102',
    mistake: 'no name of a column',
    tables: [table('things', [{ type: 'Integer' }])],
    fails: ['import', /Column must be constructed with a non-blank name/],
  },
  {
    code: 'BB103',
    mistake: 'an unknown type of a relationship',
    tables: [
      table('users', [], { relationships: [{ type: 'has_many', target_table: 'posts' }] }),
      table('posts', [{ name: 'user_id', type: 'ForeignKey', target: 'users.id' }]),
    ],
    expects: "'posts' in sa.inspect(models.User).relationships",
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB104',
    mistake: 'a text for true or false',
    tables: [table('things', [{ name: 'a', type: 'Integer', unique: 'true' }])],
    expects: 'models.Thing.__table__.c.a.unique',
    fails: ['expects', /is not so/],
  },
];
