import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCountry } from '@/bench/fill/country'
import { traitsOf } from '@/demo/population/irt-traits'
import { makeRng } from '@/demo/population/rng'
import type { TableBatch } from '@/demo/population/table-batch'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortDashboard } from '@/server/cohort/dashboard'
import { currentReport } from '@/server/cohort/report/current-report'
import { database, db, sql } from '@/server/db/client'
import { findProgress } from '@/server/db/cohort/cohort-progress'
import { findStandingProgress } from '@/server/db/cohort/cohort-standings'
import { findCohort } from '@/server/db/cohort/cohorts'
import { copyTables, noTables } from '@/server/db/tables'
import { desk } from '@/server/desk/open-desk'
import { databaseUrl } from '@/server/env'
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
  expect(big.asks).toHaveLength(4)
  expect(small.asks).toHaveLength(4)
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

/** The rows that nested loops of a statement compared in vain: the product of two lists if neither has an index. */
async function comparedInVain({ text, values }: Statement): Promise<number> {
  const { rows } = await beside.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values])
  return inVain(rows[0]['QUERY PLAN'][0].Plan)
}

function inVain(plan: Plan): number {
  const own = (plan['Rows Removed by Join Filter'] ?? 0) * (plan['Actual Loops'] ?? 1)
  return (plan.Plans ?? []).reduce((sum, part) => sum + inVain(part), own)
}

it('compares no two lists of people row by row, for a dashboard or a work page', async () => {
  const cohort = await asksFor('desc')
  const { asks } = await asksForDesk(busy, new Date(Date.now() + 3_600_000))
  const statements = [...cohort.asks, ...asks].filter(({ text }) => /^\s*(with|select)\b/.test(text))
  expect(statements.length).toBeGreaterThan(5)

  for (const statement of statements) {
    expect([statement.text, (await comparedInVain(statement)) > COUNTRY.biggest * 20]).toEqual([statement.text, false])
  }
})

it('shows of each person what a query for her alone finds', async () => {
  const { asks } = await asksFor('desc')
  const cohortId = asks.flatMap(({ text, values }) => (text.includes('remindedAt') ? [String(values[0])] : []))[0] ?? ''
  const { courseId } = await db().cohortCourse.findFirstOrThrow({ where: { cohortId } })
  const rows = await findProgress(sql(), cohortId, courseId)
  const { rows: expected } = await beside.query(ALONE, [cohortId, courseId])

  expect(rows).toHaveLength(COUNTRY.biggest)
  expect(rows.filter(({ passed }) => passed).length).toBeGreaterThan(0)
  expect(rows.map(({ doneLessons, ...row }) => ({ ...row, done: words(doneLessons) }))).toEqual(
    expected.map(({ doneLessons, ...row }) => ({ ...row, done: words(doneLessons) })),
  )
  const standings = await findStandingProgress(sql(), [{ cohortId, courseId }])
  const byMember = (list: readonly { memberId: string; doneLessons: string | null }[]) =>
    list
      .map(({ doneLessons, ...row }) => ({ ...row, done: words(doneLessons) }))
      .toSorted((a, b) => a.memberId.localeCompare(b.memberId))
  expect(byMember(standings)).toEqual(byMember(rows.map((row) => ({ ...row, cohortId, courseId }))))
})

const words = (ids: string | null) => ids?.split(' ').toSorted() ?? null

/** What `findProgress` returns, looked up for one person after the other. Nobody was brought to the course later. */
const ALONE = `
  select m.id as "memberId", a."emailConfirmedAt" is not null and a."disabledAt" is null and not exists (
      select from "LetterChoice" c where c."accountId" = a.id and c.reminders = 'none') as reachable,
    coalesce(extract(epoch from greatest(e."enrolledAt", l."readAt", t."lastAt")) * 1000, 0)::float8 as "lastActiveMs",
    l.done as "doneLessons", coalesce(t.attempts, 0)::int as attempts, coalesce(t.passed, false) as passed,
    exists (select from "Certificate" c where c."accountId" = a.id and c."courseId" = $2 and c."revokedAt" is null
      and e.id is not null) as certified,
    (select max(at) from "Reminder" r where r."memberId" = m.id) as "remindedAt"
  from "CohortMember" m join "Account" a on a.id = m."accountId"
    left join "Enrolment" e on e."accountId" = a.id and e."courseId" = $2
    left join lateral (select max("readAt") as "readAt",
        string_agg("lessonId", ' ') filter (where "completedAt" is not null) as done
      from "LessonState" where "enrolmentId" = e.id) l on true
    left join lateral (select count(*) filter (where x."handedInAt" is not null) as attempts, bool_or(x.passed) as passed,
        max(coalesce(x."handedInAt", x."startedAt")) as "lastAt"
      from "Attempt" x where x."enrolmentId" = e.id) t on true
  where m."cohortId" = $1 and m.status = 'active' order by a."nameLatin", m.id`

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

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Rows Removed by Join Filter'?: number
  'Actual Loops'?: number
  Plans?: Plan[]
}

/** The tables that a plan reads with a sequential scan. */
function scansIn({ 'Node Type': type, 'Relation Name': table, Plans = [] }: Plan): string[] {
  const own = type === 'Seq Scan' && table ? [table] : []
  return [...own, ...Plans.flatMap(scansIn)]
}
