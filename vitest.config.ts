import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const PATIENCE_MS = 120_000

const folder = (name: string) => path.resolve(import.meta.dirname, name)

export default defineConfig({
  resolve: {
    alias: { 'server-only': folder('tests/support/empty.ts'), '@': folder('.') },
  },
  test: {
    pool: 'forks',
    // Vitest would leave one core to itself, which has little to do; of two, that is half. Each worker of the integration tests
    // holds connections to the one database.
    maxWorkers: Math.min(availableParallelism(), 4),
    // Ends what hangs. Nothing else may depend on how fast a machine is.
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['node_modules', '.next', '.data', 'tests/content', 'tests/integration', 'tests/e2e'],
        },
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
