import 'server-only'
import { CURRENT_STATUSES, type MemberStatus, SEATED } from '@/domain/cohort/membership'
import type { Names } from '@/domain/person/profile'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type MemberRow = {
  id: string
  cohortId: string
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  /** One of `PERSON_FUNCTIONS`, or the wording of a roster; empty if the roster has none. */
  function: string
  /** Court or office; may be empty. */
  institution: string
  locale: string
  status: MemberStatus
  statusSince: Date
  /**
   * True if a list of the institution gave both of her names. What she typed herself when she asked to join does not
   * count.
   */
  listed: boolean
}
export type NewMember = Omit<MemberRow, 'id' | 'statusSince' | 'institution' | 'listed'> & {
  institution?: string
  listed?: boolean
}

export const MEMBER_COLUMNS = {
  id: true,
  cohortId: true,
  accountId: true,
  email: true,
  nameArabic: true,
  nameLatin: true,
  function: true,
  institution: true,
  locale: true,
  status: true,
  statusSince: true,
  listed: true,
} as const

const asRow = <T extends { status: string }>(row: T) => ({ ...row, status: row.status as MemberStatus })

/** @returns null if this e-mail is in the cohort already. */
export async function insertMember(db: Db, member: NewMember, by: string | null, now: Date): Promise<string | null> {
  const { id } = (
    await db.cohortMember.createManyAndReturn({
      data: [{ ...member, statusSince: now }],
      select: { id: true },
      skipDuplicates: true,
    })
  )[0] ?? { id: null }
  if (id) await db.memberMove.create({ data: { memberId: id, to: member.status, byId: by, at: now } })
  return id
}

type Listed = Pick<MemberRow, 'nameArabic' | 'nameLatin' | 'institution'> & {
  function: string | null
  locale: string | null
}

/**
 * Stores the entry of a roster about a member. A field that is empty in the roster keeps its value. @returns the member
 * as she is now.
 */
export async function noteImported(
  db: Db,
  id: string,
  { nameArabic, nameLatin, institution, locale, ...listed }: Listed,
): Promise<MemberRow> {
  const listedFields = { nameArabic, nameLatin, institution, locale, function: listed.function }
  const given = Object.fromEntries(Object.entries(listedFields).filter(([, value]) => value))
  const data = { ...given, ...(nameArabic && nameLatin && { listed: true }) }
  return asRow(await db.cohortMember.update({ where: { id }, data, select: MEMBER_COLUMNS }))
}

type StatusChange = { to: MemberStatus; by: string | null; reason?: string | null }

/** Changes the status of a member if it is still `from`. @returns whether it did. */
export async function moveMember(
  db: Db,
  member: { id: string; status: MemberStatus },
  { to, by, reason = null }: StatusChange,
  now: Date,
): Promise<boolean> {
  const { count } = await db.cohortMember.updateMany({
    where: { id: member.id, status: member.status },
    data: { status: to, statusSince: now },
  })
  if (count === 0) return false
  const row = { memberId: member.id, from: member.status, to, byId: by, reason, at: now }
  await db.memberMove.create({ data: row })
  return true
}

export async function findMember(db: Db, id: string): Promise<MemberRow | null> {
  const row = await db.cohortMember.findUnique({ where: { id }, select: MEMBER_COLUMNS })
  return row && asRow(row)
}

/**
 * Locks the accounts of these members until the transaction ends: they cannot be deleted, and no other transaction
 * decides about letters to them. It waits for a deletion that has begun.
 */
export async function holdAccounts(sql: Sql, memberIds: readonly string[]): Promise<void> {
  await sql.$queryRaw`
    select a.id from "Account" a
    where a.id in (select m."accountId" from "CohortMember" m where m.id = any(${[...memberIds]}::uuid[]))
    order by a.id for no key update`
}

export async function findMemberByEmail(db: Db, cohortId: string, email: string): Promise<MemberRow | null> {
  const row = await db.cohortMember.findUnique({
    where: { cohortId_email: { cohortId, email } },
    select: MEMBER_COLUMNS,
  })
  return row && asRow(row)
}

/** The person's place in a cohort: by her account, otherwise by her address. */
export async function findPlace(
  db: Db,
  cohortId: string,
  { email, accountId }: { email: string; accountId: string | null },
): Promise<MemberRow | null> {
  const own = accountId && (await db.cohortMember.findFirst({ where: { cohortId, accountId }, select: MEMBER_COLUMNS }))
  return own ? asRow(own) : findMemberByEmail(db, cohortId, email)
}

/** The person's places in the cohorts of an institution, always in the same order. */
export async function findPlacesIn(
  db: Db,
  accountId: string,
  institutionId: string,
): Promise<{ id: string; cohortId: string }[]> {
  const where = { accountId, status: { in: [...CURRENT_STATUSES] }, cohort: { institutionId } }
  return db.cohortMember.findMany({ where, select: { id: true, cohortId: true }, orderBy: { cohortId: 'asc' } })
}

export type PlaceOf = { institutionId: string; institution: Names; cohort: { id: string; name: string } }

/** The person's places in cohorts that are not archived, of active institutions. */
export async function findPlacesOf(db: Db, accountId: string): Promise<PlaceOf[]> {
  const institution = { select: { nameArabic: true, nameLatin: true } }
  const rows = await db.cohortMember.findMany({
    where: {
      accountId,
      status: { in: [...CURRENT_STATUSES] },
      cohort: { archivedAt: null, institution: { archivedAt: null } },
    },
    select: { cohort: { select: { id: true, name: true, institutionId: true, institution } } },
    orderBy: { statusSince: 'asc' },
  })
  return rows.map(({ cohort: { id, name, ...where } }) => ({ ...where, cohort: { id, name } }))
}

/** `asked`: the person herself asked to join, and was not added by a roster or a transfer. */
export type Waiting = MemberRow & { asked: boolean }

/** The person who has waited longest. */
export async function findFirstWaiting(db: Db, cohortId: string): Promise<Waiting | null> {
  const where = { cohortId, status: 'waiting' }
  const row = await db.cohortMember.findFirst({
    where,
    select: { ...MEMBER_COLUMNS, moves: { select: { from: true, byId: true }, orderBy: { id: 'desc' }, take: 1 } },
    orderBy: [{ statusSince: 'asc' }, { id: 'asc' }],
  })
  if (!row) return null
  const { moves, ...member } = row
  const asked = moves.some(({ from, byId }) => from === 'asked' || (byId !== null && byId === member.accountId))
  return { ...asRow(member), asked }
}

export async function countWaiting(db: Db, cohortId: string): Promise<number> {
  return db.cohortMember.count({ where: { cohortId, status: 'waiting' } })
}

/** True if another person withdrew, transferred or refused her, and nobody has invited or admitted her since. */
export async function wasRemovedByStaff(db: Db, { id, accountId }: MemberRow): Promise<boolean> {
  const moves = await db.memberMove.findMany({
    where: { memberId: id, to: { in: ['withdrawn', 'transferred', 'refused', ...SEATED] } },
    select: { to: true, byId: true },
    orderBy: { id: 'desc' },
  })
  // Changes that the person made herself do not tell what others decided.
  const decided = moves.find(({ to, byId }) => to !== 'withdrawn' || byId === null || byId !== accountId)
  return decided !== undefined && !SEATED.some((status) => status === decided.to)
}

/** Another place in the cohort with this address, on the list or in the account of its person. */
export async function findPlaceAt(
  db: Db,
  cohortId: string,
  { email, not }: { email: string; not: string },
): Promise<{ id: string } | null> {
  const where = { cohortId, NOT: { id: not }, OR: [{ email }, { account: { email } }] }
  return db.cohortMember.findFirst({ where, select: { id: true } })
}

/**
 * Changes the address of a member without an account. @returns false if she has an account by now, or her address or
 * status has changed.
 */
export async function changeAddress(db: Db, { id, email, status }: MemberRow, to: string): Promise<boolean> {
  const where = { id, email, status, accountId: null }
  return (await db.cohortMember.updateMany({ where, data: { email: to } })).count === 1
}

/** Ties a member to an account. @returns false if that account has another place in the cohort. */
export async function claimMember(db: Db, { id, cohortId }: MemberRow, accountId: string): Promise<boolean> {
  const other = await db.cohortMember.findFirst({ where: { cohortId, accountId, NOT: { id } }, select: { id: true } })
  if (other) return false
  await db.cohortMember.update({ where: { id }, data: { accountId } })
  return true
}

export async function countSeated(db: Db, cohortId: string): Promise<number> {
  return db.cohortMember.count({ where: { cohortId, status: { in: [...SEATED] } } })
}
