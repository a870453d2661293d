import 'server-only'
import { decide } from '@/domain/auth/policy'
import { isAsListed } from '@/domain/institution/name-source'
import type { Names } from '@/domain/person/profile'
import { type Permit, permitFor } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import { lockAccount } from '../db/account/accounts'
import { type AuditFacts, recordActs } from '../db/audit/audit'
import { confirmCertificates } from '../db/certificate/certificates'
import { db, sql, type Tx } from '../db/client'
import { findListed, insertConfirmation, type ListedPerson } from '../db/institution/confirmations'
import type { InstitutionRow } from '../db/institution/institutions'

/** A small batch, so that nobody waits long for the lock on her account. */
const AT_ONCE = 50
/** The maximum number of people whom one submission confirms and one page names. */
export const MOST_CONFIRMED = 500

/** The people on the institution's lists whose identity it has not confirmed. */
export type ListedPeople = {
  /** Both names equal those of every list. */
  equal: readonly ListedPerson[]
  /** To be confirmed one by one, after the difference was examined. */
  unlike: readonly ListedPerson[]
}

/** @throws {AppError} as permitFor does if the caller may confirm nobody */
export function requireConfirming({ actor, target }: Permit<'people:read'>): void {
  permitFor(actor, 'identity:confirm', { institutionId: target.institutionId ?? '', accountId: '' })
}

/** The listed people without the caller: nobody confirms herself. One query. @returns null if she may confirm nobody */
export async function listedPeople({ actor, target }: Permit<'people:read'>): Promise<ListedPeople | null> {
  const { institutionId } = target
  if (institutionId === null) return null
  if (decide(actor, 'identity:confirm', { institutionId, accountId: '' }) !== 'allowed') return null
  const listed = (await findListed(sql(), institutionId, null)).filter(({ accountId }) => accountId !== actor.accountId)
  return { equal: listed.filter(isEqual), unlike: listed.filter((person) => !isEqual(person)) }
}

function isEqual({ listed, ...own }: ListedPerson): boolean {
  return listed.every((names) => isAsListed(own, names))
}

/** `left`: the people on the page who were not confirmed: they are confirmed already, or names have changed. */
export type ConfirmedByList = { confirmed: number; left: readonly string[] }

/**
 * Confirms together the identities of the people whose two names equal the school's lists. The audit log says of each
 * that it was by list. Each batch is one transaction: after an interruption the page shows who is left, and nobody is
 * confirmed twice.
 *
 * @param chosen the people whom the submitted page showed, without those who were left out on it: nobody else is confirmed. @throws {AppError} not-found, or as
 * permitFor does
 */
export async function confirmByList(
  permit: Permit<'people:read'>,
  institution: InstitutionRow,
  chosen: readonly string[],
  now: Date,
): Promise<ConfirmedByList> {
  const ids = [...new Set(chosen)].slice(0, MOST_CONFIRMED).toSorted()
  const confirmed = new Set<string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const done = await db().$transaction((tx) =>
      confirmBatch(tx, permit, institution.id, ids.slice(from, from + AT_ONCE), now),
    )
    for (const id of done) confirmed.add(id)
  }
  return { confirmed: confirmed.size, left: ids.filter((id) => !confirmed.has(id)) }
}

async function confirmBatch(
  tx: Tx,
  { actor }: Permit<'people:read'>,
  institutionId: string,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const institution = await requireInstitution(institutionId, tx)
  const confirmer = { confirmerArabic: institution.nameArabic, confirmerLatin: institution.nameLatin }
  // Locks the accounts as for one person, so that no certificate is issued and no name changed meanwhile. Always in the
  // same order, against deadlocks.
  for (const id of ids) await lockAccount(tx, id)
  const equal = (await findListed(tx, institutionId, ids)).filter(isEqual)
  const done: string[] = []
  for (const { accountId, ...names } of equal) {
    if (accountId === actor.accountId) continue
    permitFor(actor, 'identity:confirm', { institutionId, accountId })
    const row = { accountId, institutionId, confirmedById: actor.accountId, confirmedAt: now }
    if (!(await insertConfirmation(tx, row))) continue
    await confirmCertificates(tx, { accountId, institutionId }, names, confirmer)
    done.push(accountId)
  }
  const acts = done.map((subjectId): AuditFacts => {
    return { act: 'identity-confirmed-by-list', actorId: actor.accountId, subjectId, institutionId }
  })
  await recordActs(tx, acts, now)
  return done
}

/** The names of those who were left out, as far as they belong to the institution. */
export async function namesOfLeft(
  { target }: Permit<'people:read'>,
  ids: readonly string[],
): Promise<(Names & { accountId: string })[]> {
  if (ids.length === 0) return []
  const where = { id: { in: [...ids] }, roles: { some: { institutionId: target.institutionId, endedAt: null } } }
  const select = { id: true, nameArabic: true, nameLatin: true } as const
  const rows = await db().account.findMany({ where, select, orderBy: { nameLatin: 'asc' } })
  return rows.map(({ id: accountId, ...names }) => ({ accountId, ...names }))
}
