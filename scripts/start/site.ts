import { seedDemo } from '@/demo/seed-demo'
import { LINK_VALID_MS } from '@/server/account/email-link'
import { leaveEmbedded } from '@/server/embedded/postgres'
import { databaseUrl, env } from '@/server/env'
import { dropMailBefore } from '@/server/mail/outbox'
import { buildAssets } from '../build-assets'
import { buildWorkers } from '../build-workers'
import { buildIfNeeded } from './build'
import { reachDatabase, watchDatabase } from './database'
import { applyMigrations } from './migrate'
import { ensurePortFree } from './port'
import { publishCourses } from './publish'
import { serve } from './serve'
import { sinceStart, step } from './step'

/** Everything from a checkout with its packages to a site that answers, until it is told to stop. */
export async function startSite({ dev }: { dev: boolean }): Promise<void> {
  const { embedded, dataDir } = env()
  await ensurePortFree()
  try {
    await step(embedded ? 'Starting the embedded PostgreSQL' : 'Reaching the database', reachDatabase)
    await step('Applying migrations', () => applyMigrations(databaseUrl()))
    await step('Publishing courses', publishCourses)
    const demo = await step('Looking for the demo, and making it on an empty database', () => seedDemo(new Date()))
    await step('Building the site', () => (dev ? buildForDevelopment() : buildIfNeeded()))
    // Its links no longer work; what else it holds is about people.
    dropMailBefore(new Date(Date.now() - LINK_VALID_MS))
    watchDatabase()
    await serve({ dev, demo, sinceStart })
  } finally {
    if (embedded) await leaveEmbedded(dataDir)
  }
}

/** Next builds the rest as it is asked for. */
async function buildForDevelopment(): Promise<void> {
  await Promise.all([buildAssets(), buildWorkers()])
}
