// Finds a Chromium for the browser tests, or installs one. Resolves to its path.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { root, run } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  if (process.env.CHROMIUM) return isExecutable(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return PLACES.find(isExecutable) ?? playwrightsOwn();
}

function playwrightsOwn() {
  const script = "console.log(require('@playwright/test').chromium.executablePath())";
  const found = spawnSync(process.execPath, ['-e', script], { cwd: `${root}e2e`, encoding: 'utf8' });
  const path = found.status === 0 ? found.stdout.trim() : '';
  return path !== '' && isExecutable(path) ? path : null;
}

function mayUseApt() {
  return process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
}

/** @throws Error that says what to install when there is none and none can be installed. */
export async function findBrowser() {
  const found = installed();
  if (found !== null) return found;
  if (process.env.CHROMIUM)
    throw new Error(`CHROMIUM is ${process.env.CHROMIUM}, which is no program that can be run.`);
  process.stdout.write('Installing Chromium for the browser tests …\n');
  if (mayUseApt()) {
    try {
      execFileSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium'], { stdio: 'ignore' });
    } catch {
      // No package to be had: the next way may still work.
    }
  } else {
    await run(process.execPath, [`${root}node_modules/@playwright/test/cli.js`, 'install', 'chromium'], {
      stdio: 'ignore',
    });
  }
  const now = installed();
  if (now !== null) return now;
  throw new Error('The browser tests need Chromium or Chrome. Install one, or set CHROMIUM to its path.');
}
