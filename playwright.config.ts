import { defineConfig, devices } from '@playwright/test'
import { freePort } from './tests/support/site'

// The same port in every process of the run: the workers inherit it.
process.env.E2E_PORT ||= String(await freePort())
const url = `http://localhost:${process.env.E2E_PORT}`
const root = process.getuid?.() === 0

// For every window of a test Chromium would open two pages that nobody sees, for what it suggests under an address bar: a fifth
// of the run. The last list of features counts alone, so Playwright's own stands here again: what calls home, or comes between
// a test and its page.
const WITHOUT = `
  WebUIOmniboxPopup WebUIOmniboxAimPopup
  AimEnabled LensOverlay MediaRouter NetworkTimeServiceQuerying OptimizationHints PreconnectToSearch
  AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose
  HttpsFirstBalancedModeAutoEnable HttpsUpgrades PaintHolding ThirdPartyStoragePartitioning`
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${WITHOUT.trim().split(/\s+/)}`,
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/test/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  // They end what hangs: what a test waits for comes sooner, even on a busy machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: url,
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined,
      // Chromium's sandbox refuses root; the rest keeps it from calling home.
      args: [...SWITCHES, ...(root ? ['--no-sandbox'] : [])],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    // `exec`: its parent is then this process, whose end it watches for.
    command: 'exec node --conditions=react-server --import tsx tests/support/e2e-server.ts',
    url: `${url}/api/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
