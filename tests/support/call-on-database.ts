import type { Command } from '@/scripts/run-if-called'
import { database } from '@/server/db/client'
import { callCommand, callIn } from './call-command'
import type { Ran } from './run-command'

/** Calls a command that closes the database when it ends: it opens connections of its own. */
export function callOnDatabase(main: Command, ...args: readonly string[]): Promise<Ran> {
  return withOtherConnections(() => callCommand(main, ...args))
}

/** The same on the courses and the library in another folder. */
export function callOnDatabaseIn(root: string, main: Command, ...args: readonly string[]): Promise<Ran> {
  return withOtherConnections(() => callIn(root, main, ...args))
}

async function withOtherConnections<T>(work: () => Promise<T>): Promise<T> {
  const ours = database()
  database.reset()
  try {
    return await work()
  } finally {
    database.set(ours)
  }
}
