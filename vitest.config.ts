import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const PATIENCE_MS = 120_000

const folder = (name: string) => path.resolve(import.meta.dirname, name)

const UNIT = '**/*.test.{ts,tsx}'
/** Unit tests that replace a module, which the next file would get too. */
const ALONE = '**/*.alone.test.{ts,tsx}'
const NO_UNITS = ['node_modules', '.next', '.data', 'tests/content', 'tests/integration', 'tests/e2e']

export default defineConfig({
  resolve: {
    alias: { 'server-only': folder('tests/support/empty.ts'), '@': folder('.') },
  },
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
          // The files of a worker share its process and its modules: to load both anew for each file takes two thirds
          // of the time.
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
      {
        extends: true,
        test: { name: 'unit-alone', include: [ALONE], exclude: NO_UNITS },
      },
      {
        extends: true,
        test: { name: 'content', include: ['tests/content/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/integration-run.ts',
          setupFiles: 'tests/support/integration-file.ts',
        },
      },
    ],
  },
})
