import { existsSync } from 'node:fs'

/** Loads the settings of a `.env` file; the environment takes precedence. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
