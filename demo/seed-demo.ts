import 'server-only'
import { hasAccounts, hasDemoAccounts, insertDemo } from '@/server/db/account/demo-people'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { type NotedAccount, readDemoAccounts } from './demo-passwords'
import { makeDemo } from './make-demo'

/**
 * Fills an embedded database that has no account with the demo, unless DEMO is 0.
 *
 * @returns the accounts that one can sign in to, with their passwords as far as they are known here.
 */
export async function seedDemo(now: Date): Promise<{ exist: boolean; accounts: NotedAccount[] }> {
  const { embedded, demo } = env()
  if (!embedded) return { exist: false, accounts: [] }
  if (demo && !(await hasAccounts(db()))) await insertDemo(() => makeDemo(now))

  const exist = await hasDemoAccounts(db())
  return { exist, accounts: exist ? readDemoAccounts() : [] }
}
