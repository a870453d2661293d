import { afterAll } from 'vitest'
import { freshDatabase } from './fresh-database'
import { testSettings } from './settings'

// Each file of tests works on a database of its own: `db()` opens it.
const database = await freshDatabase()
Object.assign(process.env, testSettings(database.url))
globalThis.prismaClient = database.client

afterAll(() => database.remove())
