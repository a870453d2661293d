import 'server-only'
import { emailsIn, type ReadLine } from '@/domain/cohort/import/validate-rows'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Delegation } from '@/domain/seminar/delegation'
import { judgeNamed, type NamedRow } from '@/domain/seminar/naming'
import { freeSeats, isFrozen, nominationLapsesAt } from '@/domain/seminar/registration'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { findAccountByEmail } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { db, sql, type Tx } from '../db/client'
import { findInstitution } from '../db/institution/institutions'
import { findPlaced, type PlacedRow } from '../db/seminar/seminar-people'
import { findQuotas, saveQuota } from '../db/seminar/seminar-quotas'
import {
  changePlace,
  findSeating,
  insertPlace,
  lockSeating,
  type SeatingRow,
  setDelegation,
} from '../db/seminar/seminar-registrations'
import { findSeminar, type SeminarRow } from '../db/seminar/seminars'
import type { Sql } from '../db/sql'
import { storeNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { placeLetter } from './place-letters'

/** An institution names people within its quota; the organiser invites the people of a list. */
export type MayName = Permit<'seminar:nominate'> | Permit<'seminar:change'>
/** `asList`: the organiser invites, outside every quota. */
type Naming = { institutionId: string; asList: boolean; delegation: Delegation | null }

/** Only the organiser invites delegations. */
function namingOf({ target }: MayName, delegation: Delegation | null = null): Naming {
  const asList = 'seminarId' in target
  return { institutionId: target.institutionId, asList, delegation: asList ? delegation : null }
}

/** The outcome that each row would have. Nobody is named. @throws {AppError} not-found */
export async function previewNamed(permit: MayName, seminarId: string, lines: readonly ReadLine[], now: Date) {
  const seating = await findSeating(sql(), seminarId)
  if (!seating) throw new AppError('not-found', 'seminar')
  return judge(sql(), seating, namingOf(permit), lines, now)
}

async function judge(
  on: Sql,
  seating: SeatingRow,
  naming: Naming,
  lines: readonly ReadLine[],
  now: Date,
): Promise<{ rows: NamedRow[]; placed: Map<string, PlacedRow> }> {
  const placed = await findPlaced(on, seating.id, emailsIn(lines))
  const rows = judgeNamed(lines, placed, { room: await room(on, seating, naming, now), beyond: beyond(naming) })
  return { rows, placed }
}

const beyond = ({ asList }: Naming) => (asList ? 'waits' : 'over')

/** How many people can be named. A quota reserves its seats until registration closes; then they must also be free. */
async function room(on: Sql, seating: SeatingRow, { institutionId, asList }: Naming, now: Date): Promise<number> {
  if (asList) return seating.waiting > 0 ? 0 : freeSeats(seating, now)
  const [quota] = await findQuotas(on, seating.id, [institutionId])
  if (!quota) return 0
  const left = Math.max(0, quota.places - quota.used)
  return seating.seats === null ? left : Math.min(left, Math.max(0, seating.seats - seating.taken))
}

export type Named = { named: number; waits: number; left: number } | { refused: 'over' | 'no-quota' }

/**
 * Names the people of the valid rows, within the places that are left now. Each named person gets a letter and answers
 * for herself. The outcome does not reveal whether an address has an account. The seminar is locked, so that two people
 * who name at once cannot exceed a quota.
 *
 * @param delegation the delegation of these people. @throws {AppError} not-found, too-many-requests
 */
export async function namePeople(
  permit: MayName,
  seminarId: string,
  { lines, delegation = null, locale }: { lines: readonly ReadLine[]; delegation?: Delegation | null; locale: Locale },
  now: Date,
): Promise<Named> {
  await spendLimit('seminar-nominate', permit.actor.accountId, now)
  const naming = namingOf(permit, delegation)
  const named = await db().$transaction(async (tx): Promise<Named> => {
    const seating = await lockSeating(tx, seminarId)
    const seminar = seating && (await findSeminar(tx, seminarId))
    if (!seating || !seminar) throw new AppError('not-found', 'seminar')
    if (isFrozen(seating, now) || seating.startsAt <= now) return { refused: 'over' }
    if (!naming.asList && (await findQuotas(tx, seminarId, [naming.institutionId])).length === 0)
      return { refused: 'no-quota' }
    const { rows, placed } = await judge(tx, seating, naming, lines, now)
    for (const row of rows) await nameOne(tx, { row, placed, seminar, naming, locale }, now)
    const count = (as: NamedRow['as']) => rows.filter((row) => row.as === as).length
    const facts = { actorId: permit.actor.accountId, institutionId: naming.institutionId }
    const details = { seminar: seminarId, people: count('named') + count('waits') }
    await recordAct(tx, { act: 'seminar-people-named', ...facts, details }, now)
    return { named: count('named'), waits: count('waits'), left: rows.length - count('named') - count('waits') }
  })
  await wake('mail')
  return named
}

type One = {
  row: NamedRow
  placed: ReadonlyMap<string, PlacedRow>
  seminar: SeminarRow
  naming: Naming
  locale: Locale
}

async function nameOne(tx: Tx, { row, placed, seminar, naming, locale }: One, now: Date): Promise<void> {
  const { person } = row
  if (!person || (row.as !== 'named' && row.as !== 'waits')) return
  const status = row.as === 'named' ? 'nominated' : 'waiting'
  const source = naming.asList ? 'list' : 'nomination'
  const nominatedBy = naming.asList ? null : naming.institutionId
  const before = placed.get(person.email)
  const { email, nameArabic, nameLatin } = person
  const guest = { email, nameArabic, nameLatin, locale: person.locale ?? locale }
  const { delegation } = naming
  const language = delegation?.language ?? null
  const answerBy = status === 'nominated' ? nominationLapsesAt(seminar, now) : null
  if (before) {
    await changePlace(tx, before.id, { status, source, nominatedBy, language, answerBy, arrives: true }, now)
    await setDelegation(tx, before.id, delegation)
  } else {
    const place = {
      seminarId: seminar.id,
      accountId: null,
      guest,
      status,
      source,
      nominatedBy,
      language,
      answerBy,
    } as const
    const id = await insertPlace(tx, place, now)
    if (delegation) await setDelegation(tx, id, delegation)
  }
  if (answerBy) await tell(tx, { guest, seminar, nominatedBy, answerBy }, now)
}

type Told = { guest: Guest; seminar: SeminarRow; nominatedBy: string | null; answerBy: Date }
type Guest = { email: string; nameArabic: string; nameLatin: string; locale: Locale }

/** If the address has an account, the letter greets its owner in her own language. */
async function tell(tx: Tx, { guest, seminar, nominatedBy, answerBy }: Told, now: Date): Promise<void> {
  const found = await findAccountByEmail(tx, guest.email)
  if (found?.disabled) return
  const account = found?.confirmed ? found : null
  const recipient = account
    ? { email: guest.email, nameArabic: account.nameArabic, nameLatin: account.nameLatin, locale: account.locale }
    : guest
  const from = nominatedBy === null ? null : await findInstitution(tx, nominatedBy)
  const letter = await placeLetter(
    'seminarNomination',
    seminar,
    { ...recipient, accountId: account?.id ?? null },
    { ...(from && { from }), answerBy },
  )
  await storeNecessary(tx, letter, { accountId: account?.id ?? null }, now)
}

/** Sets how many people an institution may name; 0 ends that. @throws {AppError} not-found */
export async function setQuota(
  { actor, target }: Permit<'seminar:change'>,
  { institutionId, places }: { institutionId: string; places: number },
  now: Date,
): Promise<'saved' | 'over' | 'seats'> {
  const { seminarId } = target
  return db().$transaction(async (tx) => {
    const seating = await lockSeating(tx, seminarId)
    const institution = await findInstitution(tx, institutionId)
    if (!seating || !institution || institution.archivedAt) throw new AppError('not-found', 'institution')
    if (isFrozen(seating, now) && seating.status !== 'draft') return 'over'
    const others = (await findQuotas(tx, seminarId)).filter((one) => one.institutionId !== institutionId)
    const reserved = others.reduce((sum, one) => sum + one.places, places)
    if (seating.seats !== null && reserved > seating.seats) return 'seats'
    await saveQuota(tx, seminarId, { institutionId, places }, now)
    const details = { seminar: seminarId, institution: institutionId, places }
    const facts = { actorId: actor.accountId, institutionId: target.institutionId, details }
    await recordAct(tx, { act: 'seminar-quota-set', ...facts }, now)
    return 'saved'
  })
}
