import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { testSettings } from './settings'

const folderOf = (port: string) => path.resolve(`.data/test/e2e-${port}`)

/** Writes down what the site under test runs with: its database is made when it starts. */
export function writeSiteSettings(port: string, databaseUrl: string): Record<string, string> {
  const folder = folderOf(port)
  const settings = {
    ...testSettings(databaseUrl),
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: folder,
    // So that each test may come from an address of its own.
    TRUSTED_PROXIES: '1',
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings))
  return settings
}

/** What the site under test runs with; its mail is in `DATA_DIR`/outbox. */
export function readSiteSettings(port: string = process.env.E2E_PORT ?? ''): Record<string, string> {
  return JSON.parse(readFileSync(path.join(folderOf(port), 'settings.json'), 'utf8'))
}

/** Opens this process for the rooms of `server/`, on the database of the site under test. */
export function takeSiteSettings(): void {
  Object.assign(process.env, readSiteSettings())
}
