import pg from 'pg'
import type { Course } from '@/domain/course/course'
import { hashPassword } from '@/server/auth/password'
import { contentHash } from '@/server/content/content-hash'
import { publishChanged } from '@/server/content/publish-course'
import { currentRelease, forgetNewestReleases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { insertRelease } from '@/server/db/releases'
import { PASSWORD } from '@/tests/support/people'
import type { Release } from './filling'
import { addLearner, type BenchLearner } from './learner'
import { roll } from './roll'
import { copyTables, noTables } from './tables'
import { TEN_QUESTIONS, tenQuestionCourse } from './ten-questions'

export const REAL_COURSE = 'fundamentals'
const SEED = 2714

export type Size = { learners: number; attempts: number }
export type Filled = { learners: readonly BenchLearner[]; courses: { real: Release; ten: Release }; rows: number }

/** Publishes every course and fills the tables: the same data for the same size, but for its dates. */
export async function fillDatabase(url: string, { learners: count, attempts }: Size, now: Date): Promise<Filled> {
  const courses = await publishCourses()
  const filling = { tables: noTables(), roll: roll(SEED), now, passwordHash: await hashPassword(PASSWORD) }
  const before = (index: number) => Math.floor((index * attempts) / count)
  const learners = Array.from({ length: count }, (_, index) =>
    addLearner(filling, courses, index, before(index + 1) - before(index)),
  )
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await copyTables(client, filling.tables)
    // What autovacuum would do in the middle of the measuring.
    await client.query('VACUUM ANALYZE')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
  const rows = Object.values(filling.tables).reduce((sum, table) => sum + table.length, 0)
  return { learners, courses, rows }
}

async function publishCourses(): Promise<{ real: Release; ten: Release }> {
  // All that is shipped, though learners are enrolled in one: home, search and memory bear the others too.
  const publications = await publishChanged(db(), process.cwd())
  const refused = publications.find(({ status }) => status === 'refused')
  if (refused) throw new Error(`${refused.courseId} could not be published: see npm run content:check`)
  const real = await currentRelease(REAL_COURSE)
  if (!real) throw new Error(`there is no course ${REAL_COURSE}`)
  const ten = await insertCourse(tenQuestionCourse(real.course))
  return { real, ten }
}

async function insertCourse(content: Course): Promise<Release> {
  const { lawDate, languages } = content.file
  const facts = { courseId: TEN_QUESTIONS, number: 1, lawDate: new Date(lawDate), languages }
  const ref = await insertRelease(db(), { ...facts, contentHash: contentHash(content), content })
  if (!ref) throw new Error(`${TEN_QUESTIONS} is published already`)
  forgetNewestReleases()
  return { id: ref.id, course: content }
}
