import 'server-only'
import type { ReminderTime } from '@/domain/account/own-reminder'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import { releaseRead } from '../course/releases'
import type { Sql } from '../sql'

export type OwnReminderFields = { courseId: string; lessonId: string | null; time: ReminderTime }
export type OwnReminderRow = OwnReminderFields & { id: string; accountId: string; nextAt: Date; createdAt: Date }

type Row = Omit<OwnReminderRow, 'time'> & { day: string | null; weekday: number | null; hour: number }
const COLUMNS = Prisma.sql`r.id, r."accountId", r."courseId", r."lessonId", r.day::text as day, r.weekday, r.hour,
  r."nextAt", r."createdAt"`

function readRow({ day, weekday, hour, ...row }: Row): OwnReminderRow {
  return { ...row, time: { day, weekday, hour } as ReminderTime }
}

/** A person's reminders, the next one first. */
export async function findOwnReminders(sql: Sql, accountId: string): Promise<OwnReminderRow[]> {
  const rows = await sql.$queryRaw<Row[]>`
    select ${COLUMNS} from "OwnReminder" r where r."accountId" = ${accountId}::uuid order by r."nextAt", r.id`
  return rows.map(readRow)
}

type New = OwnReminderFields & { nextAt: Date }

/**
 * @param most the most reminders that she may have. @returns false if she has as many already. The account must be
 * locked.
 */
export async function insertOwnReminder(
  sql: Sql,
  accountId: string,
  { courseId, lessonId, time: { day, weekday, hour }, nextAt }: New,
  most: number,
  now: Date,
): Promise<boolean> {
  const added = await sql.$executeRaw`
    insert into "OwnReminder" (id, "accountId", "courseId", "lessonId", day, weekday, hour, "nextAt", "createdAt")
    select gen_random_uuid(), ${accountId}::uuid, ${courseId}, ${lessonId}, ${day}::date, ${weekday}::int, ${hour}::int,
      ${nextAt}::timestamptz, ${now}::timestamptz
    where (select count(*) from "OwnReminder" where "accountId" = ${accountId}::uuid) < ${most}`
  return added === 1
}

/** @returns false if she has no such reminder. */
export async function updateOwnReminder(
  sql: Sql,
  accountId: string,
  id: string,
  { courseId, lessonId, time: { day, weekday, hour }, nextAt }: New,
): Promise<boolean> {
  const changed = await sql.$executeRaw`
    update "OwnReminder" set "courseId" = ${courseId}, "lessonId" = ${lessonId}, day = ${day}::date,
      weekday = ${weekday}::int, hour = ${hour}::int, "nextAt" = ${nextAt}
    where id = ${id}::uuid and "accountId" = ${accountId}::uuid`
  return changed === 1
}

export async function deleteOwnReminders(db: Db, accountId: string, ids: readonly string[]): Promise<void> {
  await db.ownReminder.deleteMany({ where: { accountId, id: { in: [...ids] } } })
}

/** The next people with a reminder that is due. `after`: an account, in the order of their ids. */
export async function findReminderOwners(sql: Sql, after: string, limit: number, now: Date): Promise<string[]> {
  const rows = await sql.$queryRaw<{ accountId: string }[]>`
    select distinct "accountId" from "OwnReminder" where "nextAt" <= ${now} and "accountId" > ${after}::uuid
    order by "accountId" limit ${limit}`
  return rows.map(({ accountId }) => accountId)
}

export type DueReminder = OwnReminderRow & {
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  /** The release that she reads; null if she is not enrolled. */
  releaseId: string | null
}

/** The reminders of these accounts that are due. The accounts must be locked, so that each is sent by one process. */
export async function findDueReminders(sql: Sql, accountIds: readonly string[], now: Date): Promise<DueReminder[]> {
  const rows = await sql.$queryRaw<(Row & Omit<DueReminder, keyof OwnReminderRow>)[]>`
    select ${COLUMNS}, a.email, a."nameArabic", a."nameLatin", a.locale,
      ${releaseRead(Prisma.sql`e."releaseId"`)} as "releaseId"
    from "OwnReminder" r join "Account" a on a.id = r."accountId"
      left join "Enrolment" e on e."accountId" = r."accountId" and e."courseId" = r."courseId"
    where r."accountId" = any(${[...accountIds]}::uuid[]) and r."nextAt" <= ${now} order by r."nextAt", r.id`
  return rows.map(({ email, nameArabic, nameLatin, locale, releaseId, ...row }) => ({
    ...readRow(row),
    email,
    nameArabic,
    nameLatin,
    locale,
    releaseId,
  }))
}

/** Stores when each reminder is due next, and deletes those of `done`. One statement for each of the two. */
export async function advanceReminders(
  sql: Sql,
  next: readonly { id: string; nextAt: Date }[],
  done: readonly string[],
): Promise<void> {
  await sql.$executeRaw`
    update "OwnReminder" r set "nextAt" = n.at
    from unnest(${next.map(({ id }) => id)}::uuid[], ${next.map(({ nextAt }) => nextAt.toISOString())}::timestamptz[])
      as n(id, at)
    where r.id = n.id`
  await sql.$executeRaw`delete from "OwnReminder" where id = any(${[...done]}::uuid[])`
}
