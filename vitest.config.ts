import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'

const PATIENCE_MS = 120_000

const folder = (name: string) => path.resolve(import.meta.dirname, name)

const UNIT = '**/*.test.{ts,tsx}'
/** Tests that replace a module, which the next file would get too. */
const ALONE = '**/*.alone.test.{ts,tsx}'
const NO_UNITS = ['node_modules', '.next', '.data', 'tests/content', 'tests/integration', 'tests/e2e']

const INTEGRATION = 'tests/integration/**/*.test.ts'
const ON_A_DATABASE = {
  globalSetup: 'tests/support/integration-run.ts',
  setupFiles: 'tests/support/integration-file.ts',
}
/** Integration tests call route handlers directly, outside of Next. */
const WITHOUT_NEXT = {
  'next/headers': folder('tests/support/next-headers.ts'),
  'next/server': folder('tests/support/next-server.ts'),
}
// The files of a worker share its process and its modules: to load both anew for each file takes half of the time of
// the integration tests, and two thirds of that of the unit tests.
const SHARED = { isolate: false, unstubEnvs: true, unstubGlobals: true }

/** Without the condition `development`, as in production: under it, the parser of Markdown checks itself at each step. */
const asInProduction: Plugin = {
  name: 'as-in-production',
  configEnvironment: {
    order: 'post',
    // What a hook returns is added to the conditions, so they are replaced in place.
    handler(_, environment) {
      environment.resolve = { ...environment.resolve, conditions: ['node'] }
    },
  },
}

export default defineConfig({
  resolve: {
    alias: { 'server-only': folder('tests/support/empty.ts'), '@': folder('.') },
  },
  plugins: [asInProduction],
  test: {
    pool: 'forks',
    // By default Vitest leaves one core to its main process, which has little to do; on two cores that is half the
    // machine. Each worker of the integration tests holds connections to the one database.
    maxWorkers: Math.min(availableParallelism(), 4),
    // Only ends a test that hangs. No other setting may depend on the speed of the machine.
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [UNIT],
          exclude: [...NO_UNITS, ALONE],
          ...SHARED,
        },
      },
      {
        extends: true,
        test: { name: 'unit-alone', include: [ALONE], exclude: NO_UNITS },
      },
      {
        extends: true,
        test: { name: 'content', include: ['tests/content/**/*.test.{ts,tsx}'], ...SHARED },
      },
      {
        extends: true,
        resolve: { alias: WITHOUT_NEXT },
        test: { name: 'integration', include: [INTEGRATION], exclude: [ALONE], ...ON_A_DATABASE, ...SHARED },
      },
      {
        extends: true,
        resolve: { alias: WITHOUT_NEXT },
        test: { name: 'integration-alone', include: ['tests/integration/**/*.alone.test.ts'], ...ON_A_DATABASE },
      },
    ],
  },
})
