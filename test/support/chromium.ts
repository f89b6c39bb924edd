import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { installDebianPackages } from './apt.ts';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Finds Chromium: CHROMIUM_PATH, Debian's, Debian's freshly installed; otherwise throws what to do. */
export async function findChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && existsSync(chosen)) return chosen;
  if (chosen !== undefined) throw new Error(`CHROMIUM_PATH names "${chosen}", which does not exist`);
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  await installDebianPackages(['chromium', 'fonts-liberation'], 'driving the editor');
  return DEBIAN_CHROMIUM;
}

/** Starts a headless Chromium that asks the network for nothing on its own. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), headless: true, args: quietFlags });
}

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
