import { seedDemo } from '@/demo/seed-demo'
import { LINK_VALID_MS } from '@/server/account/email-link'
import { leaveEmbedded } from '@/server/embedded/postgres'
import { databaseUrl, env } from '@/server/env'
import { dropMailBefore } from '@/server/mail/outbox'
import { buildAssets } from '../build-assets'
import { buildPrograms } from '../build-programs'
import { buildRefusals } from '../build-refusals'
import { buildIfNeeded } from './build'
import { reachDatabase } from './database'
import { applyMigrations } from './migrate'
import { ensurePortFree } from './port'
import { publishCourses } from './publish'
import { type Serving, serving } from './serve'
import { step } from './step'

/**
 * Prepares a checkout with installed packages until the site can be served.
 *
 * @param starter the process that will serve the site; until then it is registered as a user of the embedded database.
 */
export async function prepareSite({ dev, starter }: { dev: boolean; starter: number }): Promise<Serving> {
  const { embedded, dataDir } = env()
  await ensurePortFree()
  try {
    await step(embedded ? 'Starting the embedded PostgreSQL' : 'Reaching the database', () => reachDatabase(starter))
    await step('Applying migrations', () => applyMigrations(databaseUrl()))
    await step('Publishing courses', publishCourses)
    const demo = await step('Looking for the demo, and making it on an empty database', () => seedDemo(new Date()))
    await step('Building the site', () => (dev ? buildForDevelopment() : buildIfNeeded()))
    // These letters hold personal data. A link that is valid for longer can be sent again from its page.
    dropMailBefore(new Date(Date.now() - LINK_VALID_MS))
    return serving({ dev, demo })
  } catch (error) {
    if (embedded) await leaveEmbedded(dataDir, starter)
    throw error
  }
}

/** Next builds everything else on demand. */
async function buildForDevelopment(): Promise<void> {
  await Promise.all([buildAssets(), buildPrograms()])
  await buildRefusals()
}
