import { existsSync } from 'node:fs'

/** Takes the settings that a file `.env` adds to those of the environment. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
