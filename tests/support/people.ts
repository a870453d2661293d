import { randomUUID } from 'node:crypto'
import type { OpenAccount } from '@/domain/auth/open-account'
import type { Person } from '@/domain/auth/policy'
import { hashPassword } from '@/server/auth/password'
import { type Permit, permitFor } from '@/server/auth/permit'
import { insertSession } from '@/server/db/auth/sessions'
import { db } from '@/server/db/client'

export const PASSWORD = 'trois dossiers ce matin'
const DAY_MS = 86_400_000

type Details = Omit<OpenAccount, 'password'>

/** What a person says of herself to get an account, except her password; the e-mail address is new each time. */
export function signUpOf(overrides: Partial<Details> = {}): Details {
  return {
    nameArabic: 'فاطمة العلوي',
    nameLatin: 'Fatima Alaoui',
    email: `${randomUUID()}@example.ma`,
    function: 'judge',
    institution: 'المحكمة الابتدائية بفاس',
    locale: 'ar',
    ...overrides,
  }
}

type Overrides = Partial<Details> & { password?: string; confirmed?: boolean; disabled?: boolean }

// A slow hash takes a fifth of the time of the integration tests, and one for each password is enough for them.
const hashes = new Map<string, Promise<string>>()

/** The hash of a password of invented people, made once in a process: all who have the password share it. */
function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, hash)
  return hash
}

/** An account with an open session. */
export async function insertPerson(overrides: Overrides = {}) {
  const { password = PASSWORD, confirmed = true, disabled = false, ...person } = overrides
  const account = signUpOf(person)
  const now = new Date()
  const { id } = await db().account.create({
    data: {
      ...account,
      passwordHash: await hashOnce(password),
      emailConfirmedAt: confirmed ? now : null,
      disabledAt: disabled ? now : null,
    },
  })
  const sessionId = await insertSession(db(), id, new Date(now.getTime() + DAY_MS))
  return { accountId: id, sessionId, email: account.email }
}

export function mayChange(person: { accountId: string; sessionId: string }): Permit<'account:change'> {
  return permitFor(actorOf(person), 'account:change', { accountId: person.accountId })
}

export function mayRead(person: { accountId: string; sessionId: string }): Permit<'account:read'> {
  return permitFor(actorOf(person), 'account:read', { accountId: person.accountId })
}

function actorOf({ accountId, sessionId }: { accountId: string; sessionId: string }): Person {
  return { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' }
}
