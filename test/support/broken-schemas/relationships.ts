import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, key, post, table } from './broken-schema.ts';

type Ends = { readonly users?: readonly JsonObject[]; readonly posts?: readonly JsonObject[] };

const blog = ({ users = [], posts = [] }: Ends, columns = [key('user_id', 'users')]) => [
  table('users', [], { relationships: users }),
  table('posts', columns, { relationships: posts }),
];

const many = (more: JsonObject = {}): JsonObject => ({ type: 'one_to_many', target_table: 'posts', ...more });
const one = (more: JsonObject = {}): JsonObject => ({ type: 'many_to_one', target_table: 'users', ...more });

const tagged = (links: readonly JsonObject[], ...tables: readonly JsonObject[]) => [
  table('users', [], {
    relationships: links.map((it) => ({ type: 'many_to_many', target_table: 'tags', ...it })),
  }),
  table('tags'),
  ...tables,
];

const related = (model: string, name: string): string =>
  `'${name}' in sa.inspect(models.${model}).relationships`;

const posts = (fact: string): string => `sa.inspect(models.User).relationships['posts'].${fact}`;

/** Mistakes in relationships: the rules BB5xx. */
export const RELATIONSHIPS: readonly BrokenSchema[] = [
  {
    code: 'BB501',
    mistake: 'a target that is no table',
    tables: [table('users', [], { relationships: [many()] })],
    expects: related('User', 'posts'),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB502',
    mistake: 'a class that the target does not have',
    tables: blog({ users: [many({ target_class: 'Article' })] }),
    expects: posts("mapper.class_.__name__ == 'Article'"),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB503',
    mistake: 'no foreign key',
    tables: blog({ users: [many()] }, []),
    fails: ['mappers', /there are no foreign keys linking these tables/],
  },
  {
    code: 'BB505',
    mistake: 'a column that is no foreign key',
    tables: blog({ users: [many({ foreign_key: 'id' })] }),
    expects: posts('remote_side == {models.Post.__table__.c.id}'),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB506',
    mistake: 'an other end that is not there',
    tables: blog({ users: [many({ back_populates: 'author' })] }),
    expects: related('Post', 'author'),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB507',
    mistake: 'an other end of another name',
    tables: blog({ users: [many({ back_populates: 'author' })], posts: [one({ name: 'writer' })] }),
    expects: related('Post', 'author'),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB508',
    mistake: 'a type that contradicts where the key is',
    tables: blog({ users: [many({ type: 'many_to_one' })] }),
    expects: posts("direction.name == 'MANYTOONE'"),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB510',
    mistake: 'the name of a column',
    tables: blog({ users: [many({ name: 'id' })] }),
    expects: related('User', 'id'),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB512',
    mistake: 'an association table that is not there',
    tables: tagged([{ secondary: 'links' }]),
    fails: ['mappers', /there are no foreign keys linking these tables/],
  },
  {
    code: 'BB512',
    mistake: 'an association table without keys',
    tables: tagged([{ secondary: 'links' }], table('links')),
    fails: ['mappers', /there are no foreign keys linking these tables/],
  },
  {
    code: 'BB512',
    mistake: 'one association table for two relationships',
    tables: tagged([{ name: 'a' }, { name: 'b' }]),
    expects: 'models.User.a.property.secondary is not models.User.b.property.secondary',
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB512',
    mistake: 'a table that links to itself',
    tables: [
      table('users', [], {
        relationships: [{ type: 'many_to_many', target_table: 'users', name: 'friends' }],
      }),
    ],
    fails: ['import', /A column with name 'user_id' is already present in table 'users_users'/],
  },
  {
    code: 'BB512',
    mistake: 'an association table that is declared, too',
    tables: tagged([{}], table('tags_users')),
    fails: ['import', /Table 'tags_users' is already defined/],
  },
  {
    code: 'BB515',
    mistake: 'a child that deletes its parent as an orphan',
    tables: blog({ posts: [one({ cascade: 'all, delete-orphan' })] }),
    requests: [
      post('users', {}),
      post('posts', { user_id: 1 }),
      post('posts', { user_id: 1 }),
      ['DELETE', '/api/v1/posts/1'],
    ],
    fails: ['requests', /DELETE \/api\/v1\/posts\/1 answered 409/],
  },
  {
    code: 'BB518',
    mistake: 'an order by a column that is not there',
    tables: blog({ users: [many({ order_by: ['title'] })] }),
    expects: posts('order_by'),
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB519',
    mistake: 'an end without a primary key',
    tables: [
      table('users', [], { relationships: [many()] }),
      { table_name: 'posts', columns: [key('user_id', 'users')] },
    ],
    fails: ['mappers', /expression 'Post' failed to locate a name/],
  },
];
