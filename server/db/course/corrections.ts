import 'server-only'
import type { ChangedRelease, ReadLesson } from '@/domain/course/announced'
import { Prisma } from '@/generated/prisma/client'
import { REACHABLE } from '../account/letter-choices'
import type { Sql } from '../sql'

type InJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }
/** The corrections of a course since a person began it, and her progress in its lessons. */
export type CorrectionsJson = {
  releases: (InJson<ChangedRelease> & { noted: boolean })[] | null
  lessons: InJson<ReadLesson>[] | null
} | null
export type Corrections = { releases: (ChangedRelease & { noted: boolean })[]; lessons: ReadLesson[] }

/**
 * One column for `"Enrolment" e`. It contains only the changes with the weight `correction`, since a release may have
 * reworded every sentence. @param upTo the number of the last release that counts; null: that of the release that she
 * reads.
 */
function correctionsJson(upTo: number | null): Prisma.Sql {
  return Prisma.sql`
  (select json_build_object(
    'releases', (select json_agg(json_build_object('id', v.id, 'number', v.number, 'publishedAt', v."publishedAt",
          'changes', json_build_object('correction', v.changes->'correction',
            'items', jsonb_path_query_array(v.changes, '$.items[*] ? (@.weight == "correction")')),
          'noted', exists (select 1 from "CorrectionNoted" n
            where n."accountId" = e."accountId" and n."releaseId" = v.id)) order by v.number)
      from "Release" v where v."courseId" = b."courseId" and v.number > b.number
        and v.number <= coalesce(${upTo}::int, r.number) and v.changes is not null),
    'lessons', (select json_agg(json_build_object('lessonId', l."lessonId", 'block', l.block, 'openedAt', l."openedAt",
        'completedAt', l."completedAt", 'endReached', l."endReached"))
      from "LessonState" l where l."enrolmentId" = e.id))
  from "Release" b join "Release" r on r.id = b."correctedById" where b.id = e."releaseId")`
}

export const CORRECTIONS_JSON = correctionsJson(null)

export function readCorrections(json: CorrectionsJson): Corrections {
  return {
    releases: (json?.releases ?? []).map((each) => ({ ...each, publishedAt: new Date(each.publishedAt) })),
    lessons: (json?.lessons ?? []).map((each) => ({
      ...each,
      openedAt: new Date(each.openedAt),
      completedAt: each.completedAt === null ? null : new Date(each.completedAt),
    })),
  }
}

/** The corrections of each of her courses that was corrected since she began it. */
export async function findCorrections(
  sql: Sql,
  accountId: string,
): Promise<{ courseId: string; releaseId: string; corrections: Corrections }[]> {
  const rows = await sql.$queryRaw<{ courseId: string; releaseId: string; corrections: CorrectionsJson }[]>`
    select e."courseId", b."correctedById" as "releaseId", ${CORRECTIONS_JSON} as corrections
    from "Enrolment" e join "Release" b on b.id = e."releaseId"
    where e."accountId" = ${accountId}::uuid and b."correctedById" is not null order by e."enrolledAt"`
  return rows.map(({ corrections, ...row }) => ({ ...row, corrections: readCorrections(corrections) }))
}

/** Notes that the person has seen the corrections of these releases. Releases of other courses are ignored. */
export async function insertNoted(
  sql: Sql,
  { accountId, courseId, releaseIds }: { accountId: string; courseId: string; releaseIds: readonly string[] },
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "CorrectionNoted" ("accountId", "releaseId", "notedAt")
    select ${accountId}::uuid, v.id, ${now} from "Release" v
    where v."courseId" = ${courseId} and v.id::text = any(${[...releaseIds]}::text[])
    on conflict do nothing`
}

/** A correction whose letters are not all written. */
export type OpenRun = { releaseId: string; courseId: string; number: number; after: string | null }

/** Letters about a correction, or about a changed law, written in batches. */
export type RunTable = 'CorrectionRun' | 'LawUpdateRun'
const CORRECTIONS: RunTable = 'CorrectionRun'
const named = (table: RunTable) => Prisma.raw(`"${table}"`)

/** The releases whose letters are due. */
export async function findOpenRuns(sql: Sql, table = CORRECTIONS): Promise<string[]> {
  const rows = await sql.$queryRaw<{ releaseId: string }[]>`
    select "releaseId" from ${named(table)} where "endedAt" is null order by "releaseId"`
  return rows.map(({ releaseId }) => releaseId)
}

/** Locks a run until the transaction ends, so that two jobs take turns; null if it has ended. */
export async function lockRun(sql: Sql, releaseId: string, table = CORRECTIONS): Promise<OpenRun | null> {
  const rows = await sql.$queryRaw<OpenRun[]>`
    select c."releaseId", v."courseId", v.number, c.after from ${named(table)} c join "Release" v on v.id = c."releaseId"
    where c."releaseId" = ${releaseId}::uuid and c."endedAt" is null for update of c`
  return rows[0] ?? null
}

/** `after`: the account with which a batch ended; null if there is nobody left. */
export async function advanceRun(
  sql: Sql,
  releaseId: string,
  after: string | null,
  now: Date,
  table = CORRECTIONS,
): Promise<void> {
  await sql.$executeRaw`
    update ${named(table)} set after = coalesce(${after}::uuid, after),
      "endedAt" = case when ${after}::uuid is null then ${now}::timestamptz end
    where "releaseId" = ${releaseId}::uuid`
}

export type CorrectedReader = {
  accountId: string
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  corrections: Corrections
}

/** The next people who read this release in place of an earlier one, in the order of their accounts. */
export async function findCorrectedReaders(
  sql: Sql,
  { courseId, number, after }: OpenRun,
  limit: number,
): Promise<CorrectedReader[]> {
  const rows = await sql.$queryRaw<(Omit<CorrectedReader, 'corrections'> & { corrections: CorrectionsJson })[]>`
    select e."accountId", a.email, a."nameArabic", a."nameLatin", a.locale, ${correctionsJson(number)} as corrections
    from "Enrolment" e join "Account" a on a.id = e."accountId"
      join "Release" b on b.id = e."releaseId" join "Release" r on r.id = b."correctedById"
    where e."courseId" = ${courseId} and b.number < ${number} and r.number >= ${number} and ${REACHABLE}
      and exists (select 1 from "LessonState" l where l."enrolmentId" = e.id)
      and (${after}::uuid is null or e."accountId" > ${after}::uuid)
    order by e."accountId" limit ${limit}`
  return rows.map(({ corrections, ...row }) => ({ ...row, corrections: readCorrections(corrections) }))
}
