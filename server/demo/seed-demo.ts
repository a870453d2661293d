import 'server-only'
import { hashPassword } from '../auth/password'
import { db } from '../db/client'
import { hasAccounts, hasDemoAccounts, insertDemoAccounts } from '../db/demo'
import { env } from '../env'
import { type DemoAccount, drawDemoAccounts, readDemoAccounts } from './demo-passwords'
import { DEMO_PEOPLE } from './demo-people'

/**
 * Makes the demo accounts on an embedded database without any account, unless DEMO is 0.
 *
 * @returns the demo accounts that exist, with their passwords as far as they are known here.
 */
export async function seedDemo(now: Date): Promise<{ exist: boolean; accounts: DemoAccount[] }> {
  const { embedded, demo } = env()
  if (!embedded) return { exist: false, accounts: [] }
  if (demo && !(await hasAccounts(db()))) await insert(now)

  const exist = await hasDemoAccounts(db())
  return { exist, accounts: exist ? readDemoAccounts() : [] }
}

async function insert(now: Date): Promise<void> {
  // The file first: an account whose password nobody wrote down would be of no use.
  const known = readDemoAccounts()
  const passwords = known.length === DEMO_PEOPLE.length ? known : drawDemoAccounts()
  const rows = DEMO_PEOPLE.map(async (person) => {
    const password = passwords.find(({ email }) => email === person.email)?.password ?? ''
    return { ...person, passwordHash: await hashPassword(password) }
  })
  await insertDemoAccounts(db(), await Promise.all(rows), now)
}
