import { afterAll } from 'vitest'
import { database } from '@/server/db/client'
import { freshDatabase } from './fresh-database'
import { testSettings } from './settings'

// Each test file has a database of its own: `db()` and `sql()` open it.
const fresh = await freshDatabase()
Object.assign(process.env, testSettings(fresh.url))
database.set(fresh.database)

afterAll(() => fresh.remove())
