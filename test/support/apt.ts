import { existsSync } from 'node:fs';
import { run } from './process.ts';

/** Installs Debian packages when this is root on Debian; otherwise throws the sentence that says what to do. */
export async function installDebianPackages(packages: readonly string[], purpose: string): Promise<void> {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(`${purpose} needs ${packages.join(', ')}; on Debian or Ubuntu run: sudo ${command}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', command.split(' ').slice(1), { env });
  if ((await install()).code === 0) return;
  await run('apt-get', ['update'], { env });
  const second = await install();
  if (second.code !== 0) throw new Error(`"${command}" failed: ${second.stderr.trim().slice(-500)}`);
}
