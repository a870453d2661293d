import { readSiteSettings } from '../e2e-settings'
import { freePort, type Site, startSite } from '../site'

/** A second server on the database of the site under test, for tests that would disturb the others. */
export async function ownSite(
  changed: Record<string, string> = {},
  hear?: (text: string) => void,
): Promise<Site & { restart: () => Promise<Site> }> {
  const port = String(await freePort())
  const settings = { ...readSiteSettings(), PORT: port, PUBLIC_URL: `http://localhost:${port}`, ...changed }
  const restart = () => startSite(settings, hear)
  return { ...(await restart()), restart }
}
