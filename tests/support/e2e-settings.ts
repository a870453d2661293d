import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { testSettings } from './settings'

const folderOf = (port: string) => path.resolve(`.data/test/e2e-${port}`)

/** Writes the settings of the site under test to a file. Its database is made when it starts. */
export function writeSiteSettings(port: string, databaseUrl: string): Record<string, string> {
  const folder = folderOf(port)
  const settings = {
    ...testSettings(databaseUrl),
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: folder,
    // This way each test can use an address of its own.
    TRUSTED_PROXIES: '1',
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings))
  return settings
}

/** The settings of the site under test; its mails are in `DATA_DIR`/outbox. */
export function readSiteSettings(port: string = process.env.E2E_PORT ?? ''): Record<string, string> {
  return JSON.parse(readFileSync(path.join(folderOf(port), 'settings.json'), 'utf8'))
}

/**
 * Applies the settings of the site under test to this process, so that it can use the code of `server/` on the same
 * database.
 */
export function takeSiteSettings(): void {
  Object.assign(process.env, readSiteSettings())
}
