import { defineConfig, devices } from '@playwright/test'
import { freePort } from './tests/support/site'

// The same port in every process of the run: the workers inherit it.
process.env.E2E_PORT ||= String(await freePort())
const url = `http://localhost:${process.env.E2E_PORT}`
const root = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/test/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // What a test waits for comes sooner even on a busy machine; what does not come should not cost minutes.
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: url,
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined,
      // Chromium's sandbox refuses root; the rest keeps it from calling home.
      args: ['--disable-background-networking', '--disable-component-update', ...(root ? ['--no-sandbox'] : [])],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: 'node --conditions=react-server --import tsx tests/support/e2e-server.ts',
    url: `${url}/api/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
