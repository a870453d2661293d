import 'server-only'
import { WAITING_STATES } from '@/domain/editorial/proposal'
import type { Assignment, WaitingProposals } from '@/domain/editorial/queue'
import { entryAt } from '@/domain/error-report/asked-place'
import { groupBy } from '@/domain/group-by'
import type { Locale } from '@/domain/locale'
import type { Area } from '@/domain/signoff/scope'
import { nameOfText, type TextKey, type TextKind } from '@/domain/signoff/text-key'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import { listOf, type Sql } from '../sql'

type Text = { kind: TextKind; textId: string }
export type QueueFacts = {
  /** The assignments of one area, without those of reviewers whose role has ended. */
  assignments: ReadonlyMap<string, readonly Assignment[]>
  /** The number of error reports that wait, by the name of their text. */
  errors: ReadonlyMap<string, number>
  /** The proposals that wait, by the name of their text; without her own open ones, since others decide on them. */
  proposals: ReadonlyMap<string, readonly WaitingProposals[]>
}
type Reported = { place: string; courseId: string | null; lessonId: string | null; path: string | null }

type Facts = {
  assigned: (Text & Omit<Assignment, 'since'> & { since: string })[]
  reported: (Reported & { count: number })[]
  proposed: (Text & WaitingProposals)[]
}

/** Who reviews what, what readers have reported, and what is proposed. One query, whatever the number of texts. */
export async function findQueueFacts(sql: Sql, area: Area, accountId: string): Promise<QueueFacts> {
  const [row] = await sql.$queryRaw<Facts[]>`
    select
      (select coalesce(json_agg(json_build_object('kind', x.kind, 'textId', x."textId", 'language', x.language,
          'accountId', x."accountId", 'since', x.since, 'signer', r.signer, 'function', r.scope->>'function')), '[]')
        from "EditorialAssignment" x join "Role" r on r."accountId" = x."accountId"
        where r.role = 'reviewer' and r."endedAt" is null and x.area = ${area}) as assigned,
      (select coalesce(json_agg(o), '[]') from (
        select place, "courseId", "lessonId", case when place = 'entry' then path end as path,
          count(*)::int as count
        from "ErrorReport" where (outcome is null or outcome = 'will-check') and place <> 'page'
        group by 1, 2, 3, 4) o) as reported,
      (select coalesce(json_agg(w), '[]') from (
        select kind, "textId", language, state, count(*)::int as count
        from "EditorialProposal" where state in (${listOf(WAITING_STATES)})
          and (state <> 'open' or "proposedById" is distinct from ${accountId}::uuid)
        group by 1, 2, 3, 4) w) as proposed`
  return {
    assignments: byText((row?.assigned ?? []).map(({ since, ...one }) => ({ ...one, since: new Date(since) }))),
    errors: countByText(row?.reported ?? []),
    proposals: byText(row?.proposed ?? []),
  }
}

function byText<T extends Text>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return groupBy(rows, ({ kind, textId }) => nameOfText({ kind, id: textId }))
}

function countByText(rows: readonly (Reported & { count: number })[]) {
  const found = new Map<string, number>()
  for (const { count, ...row } of rows) {
    const key = keyOf(row)
    if (key) found.set(nameOfText(key), (found.get(nameOfText(key)) ?? 0) + count)
  }
  return found
}

/** A practice question belongs to the text of its lesson, an exam question to that of the bank. */
function keyOf({ place, courseId, lessonId, path }: Reported): TextKey | null {
  const entry = place === 'entry' ? entryAt(path ?? '') : null
  if (place === 'entry') return entry && { kind: entry.shelf, id: entry.id }
  if (!courseId) return null
  if (place === 'exam') return { kind: 'bank', id: courseId }
  return lessonId ? { kind: 'lesson', id: `${courseId}/${lessonId}` } : null
}

/** How many people are enrolled in each course. */
export async function countReaders(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql.$queryRaw<{ courseId: string; people: number }[]>`
    select "courseId", count(*)::int as people from "Enrolment" group by 1`
  return Object.fromEntries(rows.map(({ courseId, people }) => [courseId, people]))
}

/** The figures of every closed group about answers to exams, with the release of their questions. */
export async function findExamGroups(sql: Sql, courseIds: readonly string[]) {
  return sql.$queryRaw<{ courseId: string; releaseId: string; figures: unknown }[]>`
    select "courseId", "releaseId", figures from "ClosedGroup"
    where answers = 'exam' and "courseId" = any(${[...courseIds]}::text[]) order by "cohortId", "courseId", number`
}

type Place = { text: TextKey; language: Locale; area: Area }

/**
 * Assigns a text to a reviewer. An earlier reviewer keeps it, unless `replaces` or her role has ended.
 *
 * @returns the account that has it now.
 */
export async function putAssignment(
  sql: Sql,
  { text, language, area }: Place,
  { accountId, replaces }: { accountId: string; replaces: boolean },
  now: Date,
): Promise<string> {
  const takes = Prisma.sql`x."accountId" <> excluded."accountId" and (${replaces} or not exists (
    select 1 from "Role" r where r."accountId" = x."accountId" and r.role = 'reviewer' and r."endedAt" is null))`
  // An update in each case, since only then the row is returned.
  const [row] = await sql.$queryRaw<{ accountId: string }[]>`
    insert into "EditorialAssignment" as x (kind, "textId", language, area, "accountId", since)
    values (${text.kind}, ${text.id}, ${language}, ${area}, ${accountId}::uuid, ${now})
    on conflict (kind, "textId", language, area) do update set
      "accountId" = case when ${takes} then excluded."accountId" else x."accountId" end,
      since = case when ${takes} then excluded.since else x.since end
    returning x."accountId"`
  return row?.accountId ?? accountId
}

/** @param of ends the assignment only if it is this reviewer's; null: whoever has it. */
export async function removeAssignment(sql: Sql, { text, language, area }: Place, of: string | null): Promise<void> {
  const hers = of === null ? Prisma.sql`true` : Prisma.sql`"accountId" = ${of}::uuid`
  await sql.$executeRaw`
    delete from "EditorialAssignment"
    where kind = ${text.kind} and "textId" = ${text.id} and language = ${language} and area = ${area} and ${hers}`
}

export type ReviewerRow = { accountId: string; signer: string; scope: unknown; nameArabic: string; nameLatin: string }

/** Everybody who reviews texts now. */
export async function findReviewers(db: Db): Promise<ReviewerRow[]> {
  const rows = await db.role.findMany({
    where: { role: 'reviewer', endedAt: null, signer: { not: null } },
    select: {
      accountId: true,
      signer: true,
      scope: true,
      account: { select: { nameArabic: true, nameLatin: true } },
    },
    orderBy: [{ signer: 'asc' }],
  })
  return rows.map(({ account, signer, ...row }) => ({ ...row, ...account, signer: signer ?? '' }))
}
