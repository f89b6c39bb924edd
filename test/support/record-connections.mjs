// Preloaded with `--import`: writes every address that the process connects to, or looks up, to a file. No name but
// this machine's is found, so nothing leaves it.
import { subscribe } from 'node:diagnostics_channel';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { env } from 'node:process';

const note = (text) => appendFileSync(env.BACKBONE_TEST_CONNECTIONS, `${text}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...parameters) {
  const [options] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  note(`${options?.host ?? 'localhost'}:${options?.port ?? options?.path ?? options}`);
  return connect.apply(this, parameters);
};

const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  if (net.isIP(name) > 0 || name === 'localhost') return lookup(name, ...rest);
  note(`lookup ${name}`);
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
  setImmediate(rest.at(-1), error);
};
syncBuiltinESMExports();
subscribe('undici:request:create', ({ request }) => note(`request ${request.origin}${request.path}`));
