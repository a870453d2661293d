import { defineConfig, devices } from '@playwright/test'
import { freePort } from './tests/support/site'

// Sets the same port for every process of the run: the workers inherit it.
process.env.E2E_PORT ||= String(await freePort())
const url = `http://localhost:${process.env.E2E_PORT}`
const root = process.getuid?.() === 0

// For every window of a test Chromium would open two invisible pages for its address bar suggestions, which takes a
// fifth of the run. Only the last list of features counts, so Playwright's own list is repeated here: features that
// contact Google, or that interfere with a page under test.
const WITHOUT = `
  WebUIOmniboxPopup WebUIOmniboxAimPopup
  AimEnabled LensOverlay MediaRouter NetworkTimeServiceQuerying OptimizationHints PreconnectToSearch
  AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose
  HttpsFirstBalancedModeAutoEnable HttpsUpgrades PaintHolding ThirdPartyStoragePartitioning`
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  // To optimise code that runs only once takes a tenth of the browser's time.
  '--js-flags=--no-opt',
  `--disable-features=${WITHOUT.trim().split(/\s+/)}`,
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/test/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  // These timeouts only end a test that hangs: awaited events come sooner, even on a busy machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: url,
    actionTimeout: 30_000,
    // A record of each step costs a sixth of the run: `E2E_TRACE=1` keeps it for a test that fails.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined,
      // Chromium's sandbox refuses root; the other switches stop its background requests.
      args: [...SWITCHES, ...(root ? ['--no-sandbox'] : [])],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    // With `exec` the parent of the server is this process, so that the server notices when it ends.
    command: 'exec node --conditions=react-server --import tsx tests/support/e2e-server.ts',
    url: `${url}/api/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
