import 'server-only'
import type { Locale } from '@/domain/locale'
import { daysAfter, type Filling } from './filling'
import { inventedNames } from './names'

export type Person = {
  accountId: string
  email: string
  nameArabic: string
  nameLatin: string
  function: string
  locale: Locale
}
type Wanted = {
  /** When the person signed up. */
  begun: Date
  function: string
  /** The institution that the person states in her profile. */
  institution: string
  locale: Locale
} & Partial<Pick<Person, 'email' | 'nameArabic' | 'nameLatin'>> & { passwordHash?: string }

/** Adds an account with a confirmed address. */
export function addPerson(filling: Filling, { begun, institution, passwordHash, ...wanted }: Wanted): Person {
  const { tables, roll } = filling
  const person = { accountId: roll.uuid(begun), ...inventedIdentity(filling), ...wanted }
  const { accountId: id, email, nameArabic, nameLatin, locale } = person
  tables.Account.push({
    id,
    email,
    passwordHash: passwordHash ?? filling.passwordHash,
    nameArabic,
    nameLatin,
    function: person.function,
    institution,
    locale,
    createdAt: begun,
    emailConfirmedAt: begun,
  })
  return person
}

/** Names and an address that nobody else has. */
export function inventedIdentity({ people, domain }: Filling) {
  const index = people.made++
  return { email: `person-${index}${domain}`, ...inventedNames(index) }
}

/** Adds a signed-in browser. @param proved it has given a code of the second factor. */
export function addSession({ tables, roll, now }: Filling, accountId: string, proved = false): string {
  const id = roll.uuid(now)
  const provedAt = proved ? now : null
  tables.Session.push({ id, accountId, createdAt: now, expiresAt: daysAfter(now, 30), provedAt })
  return id
}
