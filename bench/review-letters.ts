import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { MOST } from '@/domain/review/choose-cards'
import { closeDatabase, database } from '@/server/db/client'
import { writeReviewLetters } from '@/server/review/write-review-letters'
import { hearStatements } from '@/tests/support/heard-statements'
import type { BenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { cpuOf, withClient } from './once'

/** The cost of the letters of review on a day on which everybody has questions due. Times in seconds. */
export type ReviewLetters = {
  people: number
  letters: number
  /** Processor time of this process and the database together; null if the system does not report it. */
  cpuSeconds: number | null
  seconds: number
  statements: number
}

const DAY_MS = 86_400_000
/** As many people as the country has at scale 1. */
const PEOPLE = 40_000

/** Gives everybody questions due on one day, writes the letters as the job does, and deletes all of these rows. */
export async function measureReviewLetters(site: BenchSite): Promise<ReviewLetters> {
  const people = await fillReviews(site)
  // The letters are dated tomorrow, so that the site under test does not begin to send them meanwhile.
  const tomorrow = new Date(Date.now() + DAY_MS)
  let statements = 0
  const given = database()
  database.set(hearStatements(() => statements++))
  try {
    const [cpuBefore, began] = [cpuOf(site), performance.now()]
    const letters = await writeReviewLetters(tomorrow)
    const [cpuAfter, seconds] = [cpuOf(site), (performance.now() - began) / 1000]
    const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / 1000
    return { people, letters, cpuSeconds, seconds, statements }
  } finally {
    await closeDatabase()
    database.set(given)
    await empty(site)
  }
}

/** Gives each person a plan with the maximum of questions, all due today. @returns the number of people. */
async function fillReviews({ databaseUrl, courses }: BenchSite): Promise<number> {
  const questions = secondFormsToStudy(courses.real.course).slice(0, MOST)
  const ids = questions.map(({ question }) => question.id)
  return withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `insert into "LetterChoice" ("accountId", reminders, reviews, "savedAt")
       select id, 'each', true, now() from "Account" where "emailConfirmedAt" is not null and "disabledAt" is null
       order by id limit $1 on conflict ("accountId") do update set reviews = true`,
      [PEOPLE],
    )
    await client.query(
      `insert into "ReviewPlan" ("accountId", "courseId", "startedOn")
       select "accountId", $1, current_date from "LetterChoice" where reviews`,
      [REAL_COURSE],
    )
    await client.query(
      `insert into "ReviewCard" (id, "accountId", "courseId", "questionId", "dueOn")
       select gen_random_uuid(), "accountId", "courseId", unnest($1::text[]), current_date from "ReviewPlan"`,
      [ids],
    )
    await client.query('VACUUM ANALYZE "LetterChoice", "ReviewPlan", "ReviewCard", "Mail"')
    return rowCount ?? 0
  })
}

async function empty({ databaseUrl }: BenchSite): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`delete from "Mail" where kind = 'review'`)
    await client.query('delete from "ReviewPlan"')
    await client.query('delete from "LetterChoice"')
  })
}
