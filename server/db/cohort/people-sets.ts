import 'server-only'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { ChoiceAct, LeftOut, ManyAct, ManyOutcome } from '@/domain/cohort/many-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'
import type { MemberRow } from './cohort-members'

/** People of a cohort, chosen for one act. */
export type PeopleSetRow = {
  id: string
  cohortId: string
  byId: string | null
  act: ManyAct
  goalId: string | null
  reason: string | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}
/** A chosen person: her state when she was chosen, and the outcome of the act. */
export type ChosenRow = {
  memberId: string
  status: MemberStatus
  left: LeftOut | null
  doneAt: Date | null
  outcome: ManyOutcome | null
}

export async function insertPeopleSet(
  tx: Tx,
  set: { cohortId: string; byId: string; act: ChoiceAct },
  chosen: readonly Pick<ChosenRow, 'memberId' | 'status' | 'left'>[],
  now: Date,
): Promise<string> {
  const { id } = await tx.peopleSet.create({ data: { ...set, createdAt: now }, select: { id: true } })
  const rows = chosen.map((one, position) => ({ ...one, position }))
  // One parameter for all rows, as when a list is stored.
  await tx.$executeRaw`
    insert into "ChosenMember" ("setId", "memberId", position, status, "left")
    select ${id}::uuid, r."memberId", r.position, r.status, r."left"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      "memberId" uuid, position int, status text, "left" text)`
  return id
}

export async function findPeopleSet(db: Db, id: string): Promise<PeopleSetRow | null> {
  const row = await db.peopleSet.findUnique({ where: { id } })
  return row && asSet(row)
}

/** In the order in which they were listed. People whose account was deleted meanwhile are gone. */
export async function findChosen(db: Db, setId: string): Promise<ChosenRow[]> {
  const select = { memberId: true, status: true, left: true, doneAt: true, outcome: true } as const
  return (await db.chosenMember.findMany({ where: { setId }, select, orderBy: { position: 'asc' } })) as ChosenRow[]
}

/** The next people of a set, in its order. */
export async function nextChosen(db: Db, setId: string, limit: number): Promise<ChosenRow[]> {
  const where = { setId, doneAt: null, left: null }
  const select = { memberId: true, status: true, left: true, doneAt: true, outcome: true } as const
  const rows = await db.chosenMember.findMany({ where, select, orderBy: { position: 'asc' }, take: limit })
  return rows as ChosenRow[]
}

/** Confirms a set, once. @returns whether this call did. */
export async function startPeopleSet(
  db: Db,
  id: string,
  order: { goalId: string | null; reason: string | null },
  now: Date,
): Promise<boolean> {
  const { count } = await db.peopleSet.updateMany({
    where: { id, startedAt: null },
    data: { ...order, startedAt: now },
  })
  return count === 1
}

export async function findOpenPeopleSets(db: Db): Promise<PeopleSetRow[]> {
  const where = { startedAt: { not: null }, endedAt: null }
  return (await db.peopleSet.findMany({ where, orderBy: { startedAt: 'asc' } })).map(asSet)
}

export async function markChosenDone(
  sql: Sql,
  setId: string,
  rows: readonly { memberId: string; outcome: ManyOutcome }[],
  now: Date,
): Promise<void> {
  const [members, outcomes] = [rows.map(({ memberId }) => memberId), rows.map(({ outcome }) => outcome)]
  await sql.$executeRaw`
    update "ChosenMember" c set "doneAt" = ${now}, outcome = made.outcome
    from unnest(${members}::uuid[], ${outcomes}::text[]) as made("memberId", outcome)
    where c."setId" = ${setId}::uuid and c."memberId" = made."memberId" and c."doneAt" is null`
}

/** Leaves out all people of a set who have not been dealt with yet. */
export async function markRestLeft(db: Db, setId: string, outcome: LeftOut, now: Date): Promise<void> {
  await db.chosenMember.updateMany({ where: { setId, doneAt: null, left: null }, data: { doneAt: now, outcome } })
}

export async function markPeopleSetEnded(db: Db, id: string, now: Date): Promise<void> {
  await db.peopleSet.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })
}

const asSet = <Row extends { act: string }>(row: Row) => ({ ...row, act: row.act as ManyAct })

/** A member, with the data on which an act on her depends. */
export type ChoosableRow = MemberRow & {
  /** Her names as staff see them: those of her account, if she has one. */
  shownArabic: string
  shownLatin: string
  invitedAt: Date | null
  /** The state of the last letter written to her about her place. */
  letter: LetterState | null
}

/** Those of these people who are in the cohort, by name. */
export async function findChoosable(sql: Sql, cohortId: string, memberIds: readonly string[]): Promise<ChoosableRow[]> {
  return sql.$queryRaw<ChoosableRow[]>`
    select m.id, m."cohortId", m."accountId", m.email, m."nameArabic", m."nameLatin", m.function, m.institution,
      m.locale, m.status, m."statusSince", m.listed, coalesce(a."nameArabic", m."nameArabic") as "shownArabic",
      coalesce(a."nameLatin", m."nameLatin") as "shownLatin",
      (select max(i."createdAt") from "Invitation" i where i."memberId" = m.id) as "invitedAt",
      (select l.state from "Mail" l where l."memberId" = m.id order by l."createdAt" desc, l.id desc limit 1) as letter
    from "CohortMember" m left join "Account" a on a.id = m."accountId"
    where m."cohortId" = ${cohortId}::uuid and m.id = any(${[...memberIds]}::uuid[])
    order by m."latinKey", m.id`
}
