import 'server-only'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { KeptPassage } from '@/domain/course/passage'
import type { Localized } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

export type ThreadRow = {
  id: string
  cohortId: string
  accountId: string
  courseId: string
  lessonId: string
  releaseId: string
  passage: number
  hash: string
  section: Localized | null
  words: Localized
  createdAt: Date
  lastAt: Date
  /** The names of the learner who asks. */
  nameArabic: string
  nameLatin: string
  /** Her status in the cohort; null if she has no place there any more. */
  status: MemberStatus | null
  cohort: string
  startsOn: Day
  endsOn: Day
  archivedAt: Date | null
  /** The last message is hers: nobody has answered it. */
  waits: boolean
  /** How many messages of the other side the reader has not seen. */
  unread: number
  /** How the last message begins. */
  lastText: string
}
export type MessageRow = {
  id: string
  fromLearner: boolean
  text: string
  at: Date
  /** Null once the account of the tutor is deleted. */
  nameArabic: string | null
  nameLatin: string | null
}

/** The number of characters of a message that a list shows. */
const SHOWN = 240

/** @param side of the reader: messages of the other side count as unread. */
const rows = (readerId: string, side: 'learner' | 'tutor') => Prisma.sql`
  select t.id, t."cohortId", t."accountId", t."courseId", t."lessonId", t."releaseId", t.passage, t.hash, t.section,
    t.words, t."createdAt", t."lastAt", a."nameArabic", a."nameLatin", k.name as cohort,
    k."startsOn"::text as "startsOn", k."endsOn"::text as "endsOn", k."archivedAt",
    (select m.status from "CohortMember" m where m."cohortId" = t."cohortId" and m."accountId" = t."accountId") as status,
    l."fromLearner" as waits, left(l.text, ${SHOWN}::int) as "lastText",
    (select count(*)::int from "ThreadMessage" w
      where w."threadId" = t.id and w."fromLearner" = ${side === 'tutor'}
        and w.at > coalesce((select r."readAt" from "ThreadRead" r
          where r."threadId" = t.id and r."accountId" = ${readerId}::uuid), '-infinity')) as unread
  from "TutorThread" t
    join "Account" a on a.id = t."accountId"
    join "Cohort" k on k.id = t."cohortId"
    join lateral (select w."fromLearner", w.text from "ThreadMessage" w where w."threadId" = t.id
      order by w.at desc, w.id desc limit 1) l on true`

/** The threads of a cohort for one of its tutors: those that wait for an answer first, then the newest. */
export async function findCohortThreads(
  sql: Sql,
  cohortId: string,
  tutorId: string,
  { from, limit }: { from: number; limit: number },
): Promise<ThreadRow[]> {
  return sql.$queryRaw<ThreadRow[]>`
    ${rows(tutorId, 'tutor')} where t."cohortId" = ${cohortId}::uuid
    order by l."fromLearner" desc, t."lastAt" desc, t.id desc limit ${limit} offset ${from}`
}

export async function findCohortThread(
  sql: Sql,
  cohortId: string,
  tutorId: string,
  id: string,
): Promise<ThreadRow | null> {
  const found = await sql.$queryRaw<ThreadRow[]>`
    ${rows(tutorId, 'tutor')} where t."cohortId" = ${cohortId}::uuid and t.id = ${id}::uuid`
  return found[0] ?? null
}

/** The threads of a learner, the newest first. */
export async function findOwnThreads(sql: Sql, accountId: string): Promise<ThreadRow[]> {
  return sql.$queryRaw<ThreadRow[]>`
    ${rows(accountId, 'learner')} where t."accountId" = ${accountId}::uuid order by t."lastAt" desc, t.id desc`
}

export async function findOwnThread(sql: Sql, accountId: string, id: string): Promise<ThreadRow | null> {
  const found = await sql.$queryRaw<ThreadRow[]>`
    ${rows(accountId, 'learner')} where t."accountId" = ${accountId}::uuid and t.id = ${id}::uuid`
  return found[0] ?? null
}

/** The messages of a thread, the oldest first. */
export async function findMessages(sql: Sql, threadId: string): Promise<MessageRow[]> {
  return sql.$queryRaw<MessageRow[]>`
    select w.id, w."fromLearner", w.text, w.at, a."nameArabic", a."nameLatin"
    from "ThreadMessage" w left join "Account" a on a.id = w."authorId"
    where w."threadId" = ${threadId}::uuid order by w.at, w.id`
}

/** The number of threads of a cohort with messages that this tutor has not read. */
export async function countUnreadThreads(sql: Sql, cohortId: string, tutorId: string): Promise<number> {
  const found = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "TutorThread" t
      left join "ThreadRead" r on r."threadId" = t.id and r."accountId" = ${tutorId}::uuid
    where t."cohortId" = ${cohortId}::uuid and exists (
      select 1 from "ThreadMessage" w where w."threadId" = t.id and w."fromLearner"
        and w.at > coalesce(r."readAt", '-infinity'))`
  return found[0]?.count ?? 0
}

export type NewThread = {
  id: string
  cohortId: string
  accountId: string
  courseId: string
  lessonId: string
  releaseId: string
  kept: KeptPassage
  section: Localized | null
  words: Localized
}

/** @returns false if a thread with this id exists already. */
export async function insertThread(db: Db, { kept, section, ...thread }: NewThread, now: Date): Promise<boolean> {
  const passage = { passage: kept.block, hash: kept.hash, section: section ?? Prisma.DbNull }
  const data = [{ ...thread, ...passage, createdAt: now, lastAt: now }]
  return (await db.tutorThread.createMany({ data, skipDuplicates: true })).count === 1
}

export type NewMessage = { id: string; threadId: string; authorId: string; fromLearner: boolean; text: string }

/** @returns false if a message with this id exists already. */
export async function insertMessage(db: Db, message: NewMessage, now: Date): Promise<boolean> {
  const { count } = await db.threadMessage.createMany({ data: [{ ...message, at: now }], skipDuplicates: true })
  if (count === 1) await db.tutorThread.update({ where: { id: message.threadId }, data: { lastAt: now } })
  return count === 1
}

/** @returns null if the thread holds no such message. */
export async function findMessageText(db: Db, id: string, threadId: string): Promise<string | null> {
  return (await db.threadMessage.findFirst({ where: { id, threadId }, select: { text: true } }))?.text ?? null
}

/** Locks it until the transaction ends. The learner's account comes first, as in the deletion of an account. */
export async function lockThread(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`
    select a.id from "Account" a where a.id = (select t."accountId" from "TutorThread" t where t.id = ${id}::uuid)
    for no key update`
  await tx.$queryRaw`select id from "TutorThread" where id = ${id}::uuid for update`
}

export async function saveRead(sql: Sql, threadId: string, accountId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    insert into "ThreadRead" ("threadId", "accountId", "readAt")
    select t.id, a.id, ${now} from "TutorThread" t, "Account" a
      where t.id = ${threadId}::uuid and a.id = ${accountId}::uuid
    on conflict ("threadId", "accountId") do update set "readAt" = greatest("ThreadRead"."readAt", excluded."readAt")`
}

/** The tutors of a cohort who are still tutors in its institution. */
export async function countTutors(sql: Sql, cohortId: string): Promise<number> {
  const found = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "CohortTutor" t join "Cohort" k on k.id = t."cohortId"
    where k.id = ${cohortId}::uuid and exists (
      select 1 from "Role" r where r."accountId" = t."accountId" and r."institutionId" = k."institutionId"
        and r.role = 'tutor' and r."endedAt" is null)`
  return found[0]?.count ?? 0
}
