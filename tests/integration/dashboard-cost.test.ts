import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { traitsOf } from '@/demo/population/irt-traits'
import { makeRng } from '@/demo/population/rng'
import type { TableBatch } from '@/demo/population/table-batch'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortDashboard } from '@/server/cohort/dashboard'
import { currentReport } from '@/server/cohort/report/current-report'
import { database, db, sql } from '@/server/db/client'
import { findCohort } from '@/server/db/cohorts'
import { copyTables, noTables } from '@/server/db/tables'
import { desk } from '@/server/desk/open-desk'
import { databaseUrl } from '@/server/env'
import { addCountry } from '@/tests/bench/fill/country'
import { courseOfSize } from '@/tests/support/course-of-size'
import { publish } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { hearStatements, type Statement } from '@/tests/support/heard-statements'
import { actorNow } from '@/tests/support/staff'

/** The cost of a dashboard may depend on its own people, but not on the rest of the country. */
const COUNTRY = { institutions: 4, cohorts: 60, people: 8000, biggest: 200, busy: { cohorts: 30, people: 600 } }
const NEVER_SCANNED = [
  'LessonState',
  'Attempt',
  'AttemptQuestion',
  'CohortMember',
  'Account',
  'Enrolment',
  'Certificate',
]

const given = database()
const asked: Statement[] = []
let beside: pg.Client
let tutor = { accountId: '', sessionId: '' }
let busy = { accountId: '', sessionId: '' }

beforeAll(async () => {
  const sized = courseOfSize(3)
  const { id, courseId } = await publish(undefined, 1, sized)
  const course = { ...smallCourse(courseId), ...sized, file: { ...sized.file, id: courseId } }
  const batch: TableBatch = {
    tables: noTables(),
    rng: makeRng(5),
    now: new Date(),
    passwordHash: 'none',
    domain: '@bench.example',
    people: { made: 0 },
  }
  beside = new pg.Client({ connectionString: databaseUrl() })
  await beside.connect()
  const release = { id, course, traits: traitsOf(course, makeRng(5)) }
  const { biggest, busyAdministrator } = await addCountry(batch, release, COUNTRY, async () => {
    await copyTables(beside, batch.tables)
    for (const table of Object.values(batch.tables)) table.splice(0)
  })
  await beside.query('ANALYZE')
  const ownerOf = async (sessionId: string) => {
    const { accountId } = await db().session.findUniqueOrThrow({ where: { id: sessionId } })
    return { accountId, sessionId }
  }
  tutor = await ownerOf(biggest.tutorSession)
  busy = await ownerOf(busyAdministrator)

  database.set(hearStatements((statement) => asked.push(statement)))
})
afterAll(async () => {
  await database().close()
  await beside.end()
  database.set(given)
})

/** The statements of the dashboard of a cohort of the tutor, once its release is cached. */
async function asksFor(order: 'asc' | 'desc'): Promise<{ people: number; asks: Statement[] }> {
  const [found] = await db().cohort.findMany({
    where: { tutors: { some: { accountId: tutor.accountId } }, members: { some: { status: 'active' } } },
    orderBy: { members: { _count: order } },
    take: 1,
  })
  const cohort = found && (await findCohort(sql(), found.id))
  if (!cohort) throw new Error('no cohort')
  const permit = permitFor(await actorNow(tutor), 'cohort:read', targetOf(cohort))
  await cohortDashboard(permit, cohort, new Date())
  asked.length = 0
  const { people } = await cohortDashboard(permit, cohort, new Date())
  return { people: people.length, asks: [...asked] }
}

it('makes as many queries for the biggest cohort as for the smallest', async () => {
  const [big, small] = [await asksFor('desc'), await asksFor('asc')]

  expect(big.people).toBe(COUNTRY.biggest)
  expect(small.people).toBeLessThan(COUNTRY.biggest)
  expect(big.asks).toHaveLength(3)
  expect(small.asks).toHaveLength(3)
})

it('scans no table that grows with the country, whatever the cohort', async () => {
  for (const { asks } of [await asksFor('desc'), await asksFor('asc')]) {
    for (const { text, values } of asks) {
      const { rows } = await beside.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values])
      const walked = scansIn(rows[0]['QUERY PLAN'][0].Plan)
      expect(walked.filter((table) => NEVER_SCANNED.includes(table))).toEqual([])
    }
  }
})

/** The statements of a work page, and how many cohorts and people it shows. */
async function asksForDesk(who: typeof busy, now: Date) {
  const permit = permitFor(await actorNow(who), 'desk:read', {})
  asked.length = 0
  const { cohorts, failed } = await desk(permit, now)
  expect(failed).toEqual([])
  const people = cohorts.reduce((sum, { standing }) => sum + (standing?.people ?? 0), 0)
  return { cohorts: cohorts.length, people, asks: [...asked] }
}

it('makes as many queries for the work page of thirty cohorts as of few, and fewer once they are counted', async () => {
  const { accountId } = await db().role.findFirstOrThrow({
    where: { role: 'administrator', accountId: { not: busy.accountId } },
  })
  const { id: sessionId } = await db().session.findFirstOrThrow({ where: { accountId } })
  const now = new Date()
  const [many, few] = [await asksForDesk(busy, now), await asksForDesk({ accountId, sessionId }, now)]

  expect(many.cohorts).toBe(30)
  expect(many.people).toBeGreaterThan(300)
  expect(few.cohorts).toBeLessThan(30)
  expect(many.asks.length).toBe(few.asks.length)
  const again = await asksForDesk(busy, new Date(now.getTime() + 60_000))
  expect(again.people).toBe(many.people)
  expect(again.asks.length).toBe(many.asks.length - 2)
  for (const { text, values } of many.asks.filter(({ text }) => text.includes('select'))) {
    const { rows } = await beside.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values])
    expect(scansIn(rows[0]['QUERY PLAN'][0].Plan).filter((table) => NEVER_SCANNED.includes(table))).toEqual([])
  }
})

it('makes as many queries for the report of an institution as for that of the country', async () => {
  const institutions = await db().institution.findMany({ where: { cohorts: { some: {} } }, select: { id: true } })
  const counts: number[] = []
  for (const id of [null, ...institutions.map((one) => one.id)]) {
    await currentReport(id, new Date())
    asked.length = 0
    await currentReport(id, new Date())
    counts.push(asked.length)
  }

  expect(new Set(counts).size).toBe(1)
  expect(counts[0]).toBeLessThanOrEqual(6)
})

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

/** The tables that a plan reads with a sequential scan. */
function scansIn({ 'Node Type': type, 'Relation Name': table, Plans = [] }: Plan): string[] {
  const own = type === 'Seq Scan' && table ? [table] : []
  return [...own, ...Plans.flatMap(scansIn)]
}
