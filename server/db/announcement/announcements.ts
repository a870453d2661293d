import 'server-only'
import type { AnnouncementState, Audience, Fate, Texts } from '@/domain/announcement/announcement'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'
import { UNSENT } from '../mail/mails'
import type { Sql } from '../sql'

export type AnnouncementRow = {
  id: string
  cohortId: string
  authorId: string | null
  audience: Audience
  texts: Texts
  state: AnnouncementState
  version: number
  createdAt: Date
  changedAt: Date
  dueAt: Date | null
  sentAt: Date | null
  withdrawnAt: Date | null
}
/** The names are null once the author's account is deleted. `people`: the number of recipients by fate. */
export type ListedAnnouncement = AnnouncementRow & {
  nameArabic: string | null
  nameLatin: string | null
  people: Partial<Record<Fate | 'waiting', number>>
}

const COLUMNS = Prisma.sql`n.id, n."cohortId", n."authorId", n.audience, n.texts, n.state, n.version, n."createdAt",
  n."changedAt", n."dueAt", n."sentAt", n."withdrawnAt"`

const PEOPLE = Prisma.sql`coalesce((select json_object_agg(f.fate, f.people) from (
    select coalesce(r.fate, 'waiting') as fate, count(*)::int as people
    from "AnnouncementRecipient" r where r."announcementId" = n.id group by 1) f), '{}') as people`

/** The announcements of a cohort, those that have not left first, then the newest. */
export async function findAnnouncements(
  sql: Sql,
  cohortId: string,
  { from, limit }: { from: number; limit: number },
): Promise<ListedAnnouncement[]> {
  return sql.$queryRaw<ListedAnnouncement[]>`
    select ${COLUMNS}, a."nameArabic", a."nameLatin", ${PEOPLE}
    from "Announcement" n left join "Account" a on a.id = n."authorId"
    where n."cohortId" = ${cohortId}::uuid
    order by n.state in ('draft', 'scheduled') desc, coalesce(n."sentAt", n."dueAt", n."changedAt") desc, n.id desc
    limit ${limit} offset ${from}`
}

export async function findAnnouncement(sql: Sql, cohortId: string, id: string): Promise<ListedAnnouncement | null> {
  const rows = await sql.$queryRaw<ListedAnnouncement[]>`
    select ${COLUMNS}, a."nameArabic", a."nameLatin", ${PEOPLE}
    from "Announcement" n left join "Account" a on a.id = n."authorId"
    where n.id = ${id}::uuid and n."cohortId" = ${cohortId}::uuid`
  return rows[0] ?? null
}

/**
 * Locks an announcement until the transaction ends, so that two people who act on it, or two servers that send it, take
 * turns.
 */
export async function lockAnnouncement(sql: Sql, id: string): Promise<AnnouncementRow | null> {
  const rows = await sql.$queryRaw<AnnouncementRow[]>`
    select ${COLUMNS} from "Announcement" n where n.id = ${id}::uuid for update`
  return rows[0] ?? null
}

export type NewAnnouncement = Pick<AnnouncementRow, 'id' | 'cohortId' | 'authorId' | 'audience' | 'texts'>

/** @returns false if an announcement with this id exists already. */
export async function insertAnnouncement(db: Db, row: NewAnnouncement, now: Date): Promise<boolean> {
  const data = [{ ...row, createdAt: now, changedAt: now }]
  return (await db.announcement.createMany({ data, skipDuplicates: true })).count === 1
}

type Change = Partial<
  Pick<AnnouncementRow, 'audience' | 'texts' | 'state' | 'version' | 'changedAt' | 'dueAt' | 'sentAt' | 'withdrawnAt'>
>
export async function updateAnnouncement(db: Db, id: string, data: Change): Promise<void> {
  await db.announcement.update({ where: { id }, data })
}

export async function deleteAnnouncementRow(db: Db, id: string): Promise<void> {
  await db.announcement.delete({ where: { id } })
}

/** The announcements whose time has come, the earliest first. */
export async function findDueAnnouncements(db: Db, now: Date): Promise<string[]> {
  const where = { state: { in: ['scheduled', 'leaving'] }, dueAt: { lte: now } }
  const rows = await db.announcement.findMany({
    where,
    select: { id: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

/** A participant of a cohort, with the data for a letter to her. */
export type AudienceMember = {
  memberId: string
  accountId: string
  nameArabic: string
  nameLatin: string
  email: string
  locale: Locale
}

/** The participants of a cohort by name; with `memberIds`, only these. */
export async function findAudience(
  sql: Sql,
  cohortId: string,
  memberIds: readonly string[] | null,
): Promise<AudienceMember[]> {
  const named = memberIds ? Prisma.sql`and m.id = any(${[...memberIds]}::uuid[])` : Prisma.empty
  return sql.$queryRaw<AudienceMember[]>`
    select m.id as "memberId", a.id as "accountId", a."nameArabic", a."nameLatin", a.email, a.locale
    from "CohortMember" m join "Account" a on a.id = m."accountId"
    where m."cohortId" = ${cohortId}::uuid and m.status = 'active' ${named}
    order by a."nameLatin", m.id`
}

/** Those of these ids that are places in the cohort. */
export async function findPlacesAmong(db: Db, cohortId: string, memberIds: readonly string[]): Promise<string[]> {
  const rows = await db.cohortMember.findMany({ where: { cohortId, id: { in: [...memberIds] } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

export async function insertRecipients(db: Db, announcementId: string, memberIds: readonly string[]): Promise<void> {
  const data = memberIds.map((memberId) => ({ announcementId, memberId }))
  await db.announcementRecipient.createMany({ data, skipDuplicates: true })
}

export async function deleteRecipients(db: Db, announcementId: string): Promise<void> {
  await db.announcementRecipient.deleteMany({ where: { announcementId } })
}

export async function findRecipients(db: Db, announcementId: string): Promise<string[]> {
  const rows = await db.announcementRecipient.findMany({ where: { announcementId }, select: { memberId: true } })
  return rows.map(({ memberId }) => memberId)
}

/** The places of some recipients whose fate is not settled yet. */
export async function findUnsettled(db: Db, announcementId: string, limit: number): Promise<string[]> {
  const where = { announcementId, fate: null }
  const orderBy = { memberId: 'asc' as const }
  const rows = await db.announcementRecipient.findMany({ where, select: { memberId: true }, orderBy, take: limit })
  return rows.map(({ memberId }) => memberId)
}

export async function settleRecipients(
  db: Db,
  announcementId: string,
  memberIds: readonly string[],
  fate: Fate,
): Promise<void> {
  const where = { announcementId, memberId: { in: [...memberIds] } }
  await db.announcementRecipient.updateMany({ where, data: { fate } })
}

/** Settles all recipients who are not settled yet, with one fate. */
export async function settleRest(db: Db, announcementId: string, fate: Fate): Promise<void> {
  await db.announcementRecipient.updateMany({ where: { announcementId, fate: null }, data: { fate } })
}

/**
 * Stops the letters of an announcement that the mail server has not accepted, including those given up, and deletes
 * their content.
 */
export async function stopAnnouncementMails(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    update "Mail" set state = 'stopped', letter = null
    where kind = 'announcement' and state = any(${[...UNSENT]}::text[]) and letter->'about'->'announcement'->>'id' = ${id}
      and "memberId" in (select r."memberId" from "AnnouncementRecipient" r where r."announcementId" = ${id}::uuid)`
}

/** An announcement that was made to a person. */
export type ToldRow = {
  id: string
  cohortId: string
  courseIds: readonly string[]
  cohort: string
  cohortLocale: Locale
  /** False once the cohort is archived, or she takes no part in it any more. */
  current: boolean
  texts: Texts
  at: Date
  institutionArabic: string
  institutionLatin: string
}

export async function findTold(sql: Sql, accountId: string, limit: number): Promise<ToldRow[]> {
  return sql.$queryRaw<ToldRow[]>`
    select n.id, k.id as "cohortId",
      (select json_agg(c."courseId" order by c.position) from "CohortCourse" c where c."cohortId" = k.id) as "courseIds",
      k.name as cohort, k.locale as "cohortLocale",
      m.status = 'active' and k."archivedAt" is null as current, n.texts, coalesce(n."sentAt", n."dueAt") as at,
      i."nameArabic" as "institutionArabic", i."nameLatin" as "institutionLatin"
    from "CohortMember" m
      join "AnnouncementRecipient" r on r."memberId" = m.id and r.fate in ('letter', 'page')
      join "Announcement" n on n.id = r."announcementId" and n.state in ('leaving', 'sent')
      join "Cohort" k on k.id = m."cohortId"
      join "Institution" i on i.id = k."institutionId"
    where m."accountId" = ${accountId}::uuid
    order by at desc, n.id desc limit ${limit}`
}

/**
 * Deletes the announcements, sent or not, whose only recipient is the person of an account: their text is about her.
 * Announcements to other people too stay for these people; those to everybody in a situation are about nobody.
 */
export async function deleteToldAlone(sql: Sql, accountId: string): Promise<void> {
  // A place that she has not taken is found by her address, as in `deleteByAddress`.
  const hers = Prisma.sql`
    select m.id from "CohortMember" m where m."accountId" = ${accountId}::uuid or (m."accountId" is null and m.email = (
      select a.email from "Account" a where a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null))`
  // Locked, so that none of them is being sent, or given another recipient, at this moment.
  await sql.$queryRaw`
    select n.id from "Announcement" n where n.audience = 'chosen' and exists (
      select 1 from "AnnouncementRecipient" r where r."announcementId" = n.id and r."memberId" in (${hers}))
    order by n.id for update`
  await sql.$executeRaw`
    delete from "Announcement" n where n.audience = 'chosen'
      and exists (
        select 1 from "AnnouncementRecipient" r where r."announcementId" = n.id and r."memberId" in (${hers}))
      and not exists (
        select 1 from "AnnouncementRecipient" r where r."announcementId" = n.id and r."memberId" not in (${hers}))`
}
