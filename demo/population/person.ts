import 'server-only'
import type { Locale } from '@/domain/locale'
import { inventedNames } from './names'
import { daysAfter, type TableBatch } from './table-batch'

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
} & Partial<Pick<Person, 'email' | 'nameArabic' | 'nameLatin'>> & {
    passwordHash?: string
    /** By default her address is confirmed and her account open. */
    confirmed?: boolean
    disabledAt?: Date
  }

/** Adds an account. */
export function addPerson(
  batch: TableBatch,
  { begun, institution, passwordHash, confirmed = true, disabledAt, ...wanted }: Wanted,
): Person {
  const { tables, rng } = batch
  const person = { accountId: rng.uuid(begun), ...inventedIdentity(batch), ...wanted }
  const { accountId: id, email, nameArabic, nameLatin, locale } = person
  tables.Account.push({
    id,
    email,
    passwordHash: passwordHash ?? batch.passwordHash,
    nameArabic,
    nameLatin,
    function: person.function,
    institution,
    locale,
    createdAt: begun,
    emailConfirmedAt: confirmed ? begun : null,
    disabledAt: disabledAt ?? null,
  })
  return person
}

/** Names and an address that nobody else has. */
export function inventedIdentity({ people, domain }: TableBatch) {
  const index = people.made++
  return { email: `person-${index}${domain}`, ...inventedNames(index) }
}

/** Adds a signed-in browser. @param proved it has given a code of the second factor. */
export function addSession({ tables, rng, now }: TableBatch, accountId: string, proved = false): string {
  const id = rng.uuid(now)
  const provedAt = proved ? now : null
  tables.Session.push({ id, accountId, createdAt: now, expiresAt: daysAfter(now, 30), provedAt })
  return id
}
