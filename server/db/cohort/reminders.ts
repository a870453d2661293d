import 'server-only'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { ReminderReason } from '@/domain/cohort/reminding'
import type { Tx } from '../client'
import type { Sql } from '../sql'
import { forgetStandingsOf } from './cohort-standings'

type NewReminder = { memberId: string; byId: string | null; why: ReminderReason }

/** The standings are counted again, since reminded people no longer wait for a reminder on the work page. */
export async function insertReminders(tx: Tx, reminders: readonly NewReminder[], now: Date): Promise<void> {
  await tx.reminder.createMany({ data: reminders.map((reminder) => ({ ...reminder, at: now })) })
  const members = reminders.map(({ memberId }) => memberId)
  await forgetStandingsOf(tx, members)
}

export type Reminded = {
  accountId: string | null
  nameArabic: string
  nameLatin: string
  email: string
  /** The state of the letter; null if it is unknown. */
  letter: LetterState | null
}
/** All reminders that one submit sent. */
export type ReminderRun = {
  at: Date
  why: ReminderReason
  /** Null if the account was deleted. */
  nameArabic: string | null
  nameLatin: string | null
  people: Reminded[]
}

/** The reminders sent in a cohort, the newest first. A reminder and its letter have the same time. */
export async function findReminderRuns(
  sql: Sql,
  cohortId: string,
  { from, limit }: { from: number; limit: number },
): Promise<ReminderRun[]> {
  return sql.$queryRaw<ReminderRun[]>`
    select d.at, d.why, b."nameArabic", b."nameLatin", json_agg(json_build_object(
      'accountId', m."accountId", 'email', m.email, 'nameArabic', coalesce(a."nameArabic", m."nameArabic"),
      'nameLatin', coalesce(a."nameLatin", m."nameLatin"), 'letter', x.state)
      order by lower(coalesce(a."nameLatin", m."nameLatin")), m.id) as people
    from "CohortMember" m
      join "Reminder" d on d."memberId" = m.id
      left join "Account" b on b.id = d."byId"
      left join lateral (
        select c."nameArabic", c."nameLatin" from "Account" c where c.id = m."accountId" offset 0) a on true
      left join lateral (
        select l.state from "Mail" l
        where l."memberId" = m.id and l.kind = 'reminder' and l."createdAt" = d.at limit 1) x on true
    where m."cohortId" = ${cohortId}::uuid
    group by d.at, d.why, d."byId", b."nameArabic", b."nameLatin"
    order by d.at desc, d."byId", d.why
    limit ${limit} offset ${from}`
}
