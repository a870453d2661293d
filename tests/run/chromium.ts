import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { step } from '@/scripts/start/step'

// It draws no windows, so it needs only two thirds of the work of a complete Chromium.
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const INSTALL_MINUTES = 5

/** A Chromium for the tests: the one that PLAYWRIGHT_CHROMIUM names, an installed one, else one installed now. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) return named
  if (!existsSync(HEADLESS_SHELL)) installPackage('chromium-headless-shell')
  if (existsSync(HEADLESS_SHELL)) return HEADLESS_SHELL
  const found = installed()
  if (found) return found

  await step('Installing Chromium', async () => {
    // Debian's package comes from the same source as every other package of the machine; Playwright downloads its own
    // from another host.
    installPackage('chromium')
    if (!installed()) quietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  })
  if (!installed()) {
    console.error('There is no Chromium and none could be installed: install one, or name it in PLAYWRIGHT_CHROMIUM.')
  }
  return installed()
}

function installed(): string | undefined {
  return [chromium.executablePath(), ...SYSTEM_BROWSERS].find((file) => existsSync(file))
}

/**
 * Installs Debian packages, whose names are separated by blanks. Without root, apt or a network, it does nothing.
 */
export function installPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  quietly('apt-get', ['update', '-qq'])
  quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...name.split(' ')])
}

function quietly(command: string, args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { env, stdio: 'ignore', timeout: INSTALL_MINUTES * 60_000 })
}
