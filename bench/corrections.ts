import type { ChangeMark } from '@/domain/course/changes'
import type { Course } from '@/domain/course/course'
import { publishCourse } from '@/server/content/publish-course'
import { forgetNewestReleases } from '@/server/content/releases'
import { closeDatabase, database } from '@/server/db/client'
import { hearStatements } from '@/tests/support/heard-statements'
import type { BenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { cpuOf, withClient } from './once'

/** The cost of publishing a release with corrections that everybody enrolled reads at once. Times in seconds. */
export type CorrectionFigures = {
  people: number
  corrections: number
  /** The number of rows of learners that the publication wrote. */
  touched: number
  /** Processor time of this process and the database together; null if the system does not report it. */
  cpuSeconds: number | null
  seconds: number
  statements: number
}

/** As many people as the country has at scale 1. */
const PEOPLE = 40_000
export const CORRECTIONS = 10
/** A few more than `CORRECTIONS`: two changed paragraphs in one passage count as one correction. */
const PARAGRAPHS = 12
/** The tables with the rows of learners in a course. */
const LEARNERS = ['Enrolment', 'LessonState', 'Attempt', 'AttemptQuestion', 'PracticeAnswer', 'CorrectionNoted']

/**
 * Enrols the country in a course, and publishes a correction of it. It is measured last, because that release stays the
 * newest one.
 */
export async function measureCorrections(site: BenchSite): Promise<CorrectionFigures> {
  const people = await enrolCountry(site)
  const course = withCorrections(site.courses.real.course)
  const before = await transactionNow(site)
  let statements = 0
  const given = database()
  database.set(hearStatements(() => statements++))
  try {
    forgetNewestReleases()
    const marks = await marksOf(course)
    statements = 0
    const [cpuBefore, began] = [cpuOf(site), performance.now()]
    const outcome = await publishCourse(course, marks)
    const [cpuAfter, seconds] = [cpuOf(site), (performance.now() - began) / 1000]
    if (outcome.status !== 'published') throw new Error(`the correction is ${outcome.status}`)
    const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / 1000
    const { reached, corrections } = await reachOf(site, outcome.number)
    return {
      people: Math.min(people, reached),
      corrections,
      touched: await touchedSince(site, before),
      cpuSeconds,
      seconds,
      statements,
    }
  } finally {
    await closeDatabase()
    database.set(given)
  }
}

/** Marks every change as a correction, as the person who prepares a release does before its publication. */
async function marksOf(course: Course): Promise<ChangeMark[]> {
  const asked = await publishCourse(course)
  if (asked.status !== 'unmarked') throw new Error(`the correction is ${asked.status}`)
  return asked.unmarked.map(({ lesson, hash }) => ({ lesson: lesson ?? '', hash, weight: 'correction' as const }))
}

/** @returns the number of people enrolled in the course. */
async function enrolCountry({ databaseUrl, courses }: BenchSite): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into "Enrolment" (id, "accountId", "courseId", "releaseId", "enrolledAt")
       select gen_random_uuid(), a.id, $1, $2, now() from "Account" a
       where not exists (select 1 from "Enrolment" e where e."accountId" = a.id and e."courseId" = $1)
       order by a.id limit greatest(0, $3 - (select count(*) from "Enrolment" where "courseId" = $1))`,
      [REAL_COURSE, courses.real.id, PEOPLE],
    )
    await client.query('VACUUM ANALYZE "Enrolment"')
    const { rows } = await client.query(`select count(*)::int as people from "Enrolment" where "courseId" = $1`, [
      REAL_COURSE,
    ])
    return rows[0].people
  })
}

/** The course with one more word in the first paragraphs of its lessons, in French only. */
function withCorrections(course: Course): Course {
  let left = PARAGRAPHS
  const correct = (paragraph: string) => {
    if (left === 0 || !/^\p{L}/u.test(paragraph)) return paragraph
    left -= 1
    return `${paragraph} (corrigé)`
  }
  const lessons = course.lessons.map((lesson) => {
    // These were derived from the old text; the publication derives them again.
    const { passages: _, texts: __, ...written } = lesson
    const fr = lesson.bodies.fr.split('\n\n').map(correct).join('\n\n')
    return { ...written, bodies: { ...lesson.bodies, fr } }
  })
  const what = { ar: 'إصلاح', fr: 'Correction', en: 'Correction' }
  const corrections = [...(course.file.corrections ?? []), { id: 'bench', date: '2026-11-29', what }]
  return { ...course, file: { ...course.file, corrections }, lessons }
}

async function transactionNow({ databaseUrl }: BenchSite): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query('select pg_current_xact_id()::text as now')
    return rows[0].now
  })
}

/** The number of rows of learners that transactions after `before` have written. */
async function touchedSince({ databaseUrl }: BenchSite, before: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    let touched = 0
    for (const table of LEARNERS) {
      const { rows } = await client.query(
        `select count(*)::int as touched from "${table}" where xmin::text::bigint > $1::bigint`,
        [before],
      )
      touched += rows[0].touched
    }
    return touched
  })
}

/** The number of people who read the release in place of an earlier one, and the number of its corrections. */
async function reachOf({ databaseUrl }: BenchSite, number: number): Promise<{ reached: number; corrections: number }> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select (select count(*)::int from "Enrolment" e join "Release" b on b.id = e."releaseId"
          where b."correctedById" = v.id) as reached,
        jsonb_array_length(jsonb_path_query_array(v.changes, '$.items[*] ? (@.weight == "correction")')) as corrections
       from "Release" v where v."courseId" = $1 and v.number = $2`,
      [REAL_COURSE, number],
    )
    return rows[0]
  })
}
