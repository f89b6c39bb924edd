import { readFile } from 'node:fs/promises';
import { platform } from 'node:process';

/** What kind of machine this is, as far as installing programs goes. */
export type System = 'debian' | 'linux' | 'macos' | 'windows';

/** The machine that this process runs on. */
export async function thisSystem(): Promise<System> {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  // https://www.freedesktop.org/software/systemd/man/latest/os-release.html
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) ? 'debian' : 'linux';
}

/** How to get a Python that makes environments, as the end of a sentence. */
export const PYTHON_ADVICE = {
  debian: 'run "sudo apt install python3 python3-venv"',
  linux: "install Python 3.11 or newer with your system's package manager, or from python.org",
  macos: 'run "brew install python", or install it from python.org',
  windows: 'run "winget install Python.Python.3.13", or install it from python.org',
} as const satisfies Record<System, string>;

/** What to do after an installation failed, judged by the last lines of pip or uv; undefined when they say it. */
export function installAdvice(lastLines: readonly string[]): string | undefined {
  const text = lastLines.join('\n');
  return ADVICE.find(([sign]) => sign.test(text))?.[1];
}

// In this order: without a network pip ends with "No matching distribution" all the same.
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /CERTIFICATE_VERIFY_FAILED|invalid peer certificate|UnknownIssuer/i,
    'the certificate of the package index is not trusted; behind a company proxy, give pip its certificate: "pip config set global.cert FILE"',
  ],
  [
    /ProxyError|Cannot connect to proxy|\b407\b/i,
    'the proxy does not let pip through; check HTTPS_PROXY, or "pip config set global.proxy URL"',
  ],
  [
    /NewConnectionError|ConnectTimeout|ReadTimeout|Failed to establish a new connection|name resolution|Name or service not known|getaddrinfo failed|nodename nor servname|Network is unreachable|Connection refused|Connection reset|dns error|Failed to fetch|error sending request/i,
    'the package index cannot be reached; check the network, or the index that pip is set up with ("pip config list"), and try again',
  ],
  [/No space left on device|ENOSPC|os error 28/i, 'the disk is full; make room and try again'],
  [/Permission denied|Access is denied|os error 13/i, "the environment's folder cannot be written"],
  [
    /No matching distribution|ResolutionImpossible|No solution found|conflicting dependencies/i,
    "the package index has no versions that fit; look at the project's pyproject.toml and constraints.txt",
  ],
];
