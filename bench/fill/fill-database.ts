import pg from 'pg'
import { traitsOf } from '@/demo/population/irt-traits'
import { makeRng } from '@/demo/population/rng'
import type { Release, TableBatch } from '@/demo/population/table-batch'
import type { Course } from '@/domain/course/course'
import { hashPassword } from '@/server/auth/password'
import { contentHash } from '@/server/content/content-hash'
import { publishChanged } from '@/server/content/publish-course'
import { currentRelease, forgetNewestReleases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { insertRelease } from '@/server/db/course/releases'
import { copyTables, noTables } from '@/server/db/tables'
import { PASSWORD } from '@/tests/support/people'
import { addCountry, type Country, scaled } from './country'
import { addReviewer, type BenchReviewer } from './editorial'
import { addLearner, type BenchLearner } from './learner'
import { addRooms, addSeminars, type BenchRoom } from './seminars'
import { addRuns, type BenchStep } from './simulations'
import { addSurvey } from './surveys'
import { TEN_QUESTIONS, tenQuestionCourse } from './ten-questions'

export const REAL_COURSE = 'fundamentals'
const SEED = 2714

export type Size = { learners: number; attempts: number; scale: number }
export type Filled = {
  learners: readonly BenchLearner[]
  courses: { real: Release; ten: Release }
  /** The schools and courts with their cohorts. */
  country: Country
  /** The ids of seminars to come. */
  seminars: readonly string[]
  /** Rooms in which people check in. */
  rooms: readonly BenchRoom[]
  /** Decisions of simulations, to be sent in this order. */
  steps: readonly BenchStep[]
  /** The id of a survey with 1,000 answers. */
  survey: string
  /** A reviewer of every text. */
  reviewer: BenchReviewer
  rows: number
  fillSeconds: number
}

/** Publishes every course and fills the tables. The same size always gives the same data, except for the dates. */
export async function fillDatabase(
  url: string,
  { learners: count, attempts, scale }: Size,
  now: Date,
): Promise<Filled> {
  const courses = await publishCourses()
  const began = performance.now()
  const batch: TableBatch = {
    tables: noTables(),
    rng: makeRng(SEED),
    now,
    passwordHash: await hashPassword(PASSWORD),
    domain: '@bench.example',
    people: { made: 0 },
  }
  const before = (index: number) => Math.floor((index * attempts) / count)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let rows = 0
  /** Writes the collected rows to the database and clears them. */
  const flush = async () => {
    await copyTables(client, batch.tables)
    for (const table of Object.values(batch.tables)) rows += table.splice(0).length
  }
  try {
    const learners = Array.from({ length: count }, (_, index) =>
      addLearner(batch, courses, index, before(index + 1) - before(index)),
    )
    await flush()
    const country = await addCountry(batch, courses.real, scaled(scale), flush)
    const ids = learners.map(({ accountId }) => accountId)
    const seminars = addSeminars(batch, country.biggest.institutionId, ids)
    const rooms = addRooms(batch, country.biggest.institutionId, learners)
    const steps = addRuns(batch, courses.real, learners)
    const survey = addSurvey(batch, country.biggest)
    const reviewer = await addReviewer(batch, courses.real)
    await flush()
    // Autovacuum would otherwise do this during the measurement.
    await client.query('VACUUM ANALYZE')
    await client.query('CHECKPOINT')
    return {
      learners,
      courses,
      country,
      seminars,
      rooms,
      steps,
      survey,
      reviewer,
      rows,
      fillSeconds: (performance.now() - began) / 1000,
    }
  } finally {
    await client.end()
  }
}

async function publishCourses(): Promise<{ real: Release; ten: Release }> {
  const withTraits = ({ id, course }: Omit<Release, 'traits'>) => ({
    id,
    course,
    traits: traitsOf(course, makeRng(SEED)),
  })
  // All shipped courses, though learners are enrolled in one: the home page, the search and the memory depend on the
  // others too.
  const publications = await publishChanged(process.cwd())
  const refused = publications.find(({ status }) => status === 'refused')
  if (refused) throw new Error(`${refused.courseId} could not be published: see npm run content:check`)
  const real = await currentRelease(REAL_COURSE)
  if (!real) throw new Error(`there is no course ${REAL_COURSE}`)
  const ten = await insertCourse(tenQuestionCourse(real.course))
  return { real: withTraits(real), ten: withTraits(ten) }
}

async function insertCourse(content: Course): Promise<Omit<Release, 'traits'>> {
  const { lawDate, languages } = content.file
  const facts = { courseId: TEN_QUESTIONS, number: 1, lawDate: new Date(lawDate), languages }
  const ref = await insertRelease(db(), {
    ...facts,
    contentHash: contentHash(content),
    content,
    changes: null,
    tellsLaw: false,
  })
  if (!ref) throw new Error(`${TEN_QUESTIONS} is published already`)
  forgetNewestReleases()
  return { id: ref.id, course: content }
}
