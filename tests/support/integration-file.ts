import { afterAll } from 'vitest'
import { forgetNewestReleases } from '@/server/content/releases'
import { database } from '@/server/db/client'
import { env } from '@/server/env'
import { freshDatabase } from './fresh-database'
import { forgetCaller } from './next-headers'
import { dropLaterWork } from './next-server'
import { testSettings } from './settings'
import { WORKER } from './worker'

// Each test file has a database of its own: `db()` and `sql()` open it. The files of one worker share the process, so
// what the last file set is set anew.
const fresh = await freshDatabase(WORKER)
Object.assign(process.env, testSettings(fresh.url))
env.reset()
database.set(fresh.database)
forgetCaller()
dropLaterWork()
forgetNewestReleases()

afterAll(() => fresh.remove())
