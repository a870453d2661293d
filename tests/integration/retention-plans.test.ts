import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { executeRetention, previewRetention } from '@/server/account-removal/retention'
import { database, db } from '@/server/db/client'
import { databaseUrl } from '@/server/env'
import { runJob } from '@/server/jobs/jobs'
import { hearStatements, type Statement } from '@/tests/support/heard-statements'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { insertPerson } from '@/tests/support/people'

const NOW = new Date()
const DAY_MS = 86_400_000
const PEOPLE = 2400
/** Each third person has done nothing for four years. */
const ASLEEP = PEOPLE / 3
const LESSONS = 4
const QUESTIONS = 3

const given = database()
const asked: Statement[] = []
let beside: pg.Client

beforeAll(async () => {
  beside = new pg.Client({ connectionString: databaseUrl() })
  await beside.connect()
  await beside.query("SET TIME ZONE 'UTC'; SET work_mem = '4MB'")
  await fill()
  await beside.query('ANALYZE')
  database.set(hearStatements((statement) => asked.push(statement)))
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await database().close()
  await beside.end()
  database.set(given)
})

/** Inserts copies of a row, one for each row of `from`, with what `set` gives as the names and values of columns. */
async function clone(table: Prisma.ModelName, where: string, from: string, set: string): Promise<void> {
  await beside.query(`insert into "${table}" select made.* from (select * from "${table}" where ${where} limit 1) given,
    ${from}, jsonb_populate_record(null::"${table}", to_jsonb(given) || jsonb_build_object(${set})) made`)
}

/** People with a record like that of one learner, whose every row is as old as the last act of its person. */
async function fill(): Promise<void> {
  const { accountId } = await insertPerson()
  const { attemptId } = await insertLearningRecord(accountId, 'RETENTION0001')
  const { enrolmentId } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId ?? '' } })
  const [hers, herAttempt] = [`"enrolmentId" = '${enrolmentId}'`, `"attemptId" = '${attemptId}'`]
  const times = (count: number) => `pupil p, generate_series(1, ${count}) k`
  await beside.query(`create temporary table pupil as
    select gen_random_uuid() as account, gen_random_uuid() as enrolment, gen_random_uuid() as attempt, n,
      now() - make_interval(days => case when n % 3 = 0 then 1500 else 10 end) as at
    from generate_series(1, ${PEOPLE}) n`)
  const account = `'id', p.account, 'email', p.n || '@pupil.example', 'createdAt', p.at`
  await clone('Account', `id = '${accountId}'`, 'pupil p', account)
  const enrolment = `'id', p.enrolment, 'accountId', p.account, 'enrolledAt', p.at`
  await clone('Enrolment', `id = '${enrolmentId}'`, 'pupil p', enrolment)
  const state = `'enrolmentId', p.enrolment, 'lessonId', 'lesson-' || k, 'openedAt', p.at, 'readAt', p.at`
  await clone('LessonState', hers, times(LESSONS), state)
  const answer = `'enrolmentId', p.enrolment, 'questionId', 'question-' || k, 'answeredAt', p.at`
  await clone('PracticeAnswer', hers, times(LESSONS), answer)
  const attempt = `'id', p.attempt, 'enrolmentId', p.enrolment, 'startedAt', p.at, 'handedInAt', p.at`
  await clone('Attempt', `id = '${attemptId}'`, 'pupil p', attempt)
  const question = `'attemptId', p.attempt, 'position', k, 'questionId', 'question-' || k`
  await clone('AttemptQuestion', herAttempt, times(QUESTIONS), question)
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Parent Relationship'?: string; Plans?: Plan[] }

const FILLED = ['Account', 'Enrolment', 'LessonState', 'PracticeAnswer', 'Attempt', 'AttemptQuestion']

const tablesOf = ({ 'Relation Name': table, Plans = [] }: Plan): string[] => [
  ...(table ? [table] : []),
  ...Plans.flatMap(tablesOf),
]

/** What makes a plan cost the product of two of the filled tables: a subplan, or a loop over what has no index. */
function squaresIn(plan: Plan): string[] {
  const { 'Node Type': type, 'Parent Relationship': relation, Plans = [] } = plan
  const grows = (part: Plan) => tablesOf(part).some((table) => FILLED.includes(table))
  const inner = type === 'Nested Loop' ? Plans[1] : undefined
  const own = [
    ...(relation === 'SubPlan' && grows(plan) ? [`subplan of ${type}`] : []),
    ...(inner?.['Node Type'] === 'CTE Scan' ? ['loop over a list'] : []),
    ...(inner && ['Materialize', 'Seq Scan'].includes(inner['Node Type']) && grows(inner) ? ['loop over a table'] : []),
  ]
  return [...own, ...Plans.flatMap(squaresIn)]
}

/** The plans of the statements of this work that could be squares, with the first words of each. */
async function squaresOf(work: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0
  await work()
  const statements = asked.filter(({ text }) => /^\s*(with|select|delete)\b/i.test(text))
  const found = new Set<string>()
  for (const { text, values } of statements.splice(0)) {
    const { rows } = await beside.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values])
    for (const square of squaresIn(rows[0]['QUERY PLAN'][0].Plan)) found.add(`${square}: ${text.trim().slice(-200)}`)
  }
  return [...found]
}

it('takes no statement whose cost grows with the square of the people, to count or to delete', async () => {
  expect(await squaresOf(() => previewRetention(NOW))).toEqual([])
  expect(await previewRetention(NOW)).toMatchObject({ answers: ASLEEP * (LESSONS + QUESTIONS) })
})

it('still deletes what expired in every other table if one of them fails, and counts as a job that failed', async () => {
  const letter = { kind: 'confirm', to: 'x@example.ma', state: 'sent' }
  const at = new Date(NOW.getTime() - 40 * DAY_MS)
  const { letters } = await previewRetention(NOW)
  await db().mail.create({ data: { ...letter, createdAt: at, sentAt: at } })
  await db().$executeRaw`create function fail() returns trigger language plpgsql as
    $$ begin raise exception 'broken'; end $$`
  await db().$executeRaw`create trigger broken before delete on "PracticeAnswer" execute function fail()`
  await db().jobRun.deleteMany()
  const heard = vi.spyOn(console, 'log').mockImplementation(() => {})

  await runJob('retention', () => executeRetention(NOW))

  const lines = heard.mock.calls.flat().map((line) => JSON.parse(String(line)))
  expect(lines).toMatchObject([{ event: 'error', job: 'retention', table: 'PracticeAnswer' }])
  expect(await db().jobRun.findFirst({ where: { name: 'retention' } })).toMatchObject({
    endedAt: null,
    failedAt: expect.any(Date),
  })
  expect(await previewRetention(NOW)).toMatchObject({ answers: ASLEEP * LESSONS, letters: 0 })
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { act: 'retention-executed' },
    orderBy: { id: 'desc' },
  })
  expect(entry.details).toMatchObject({ answers: ASLEEP * QUESTIONS, letters: (letters ?? 0) + 1 })

  await db().$executeRaw`drop trigger broken on "PracticeAnswer"`
  expect(await squaresOf(() => executeRetention(NOW))).toEqual([])
  expect(await previewRetention(NOW)).toMatchObject({ answers: 0 })
  expect(await db().practiceAnswer.count()).toBe((PEOPLE - ASLEEP) * LESSONS + 1)
})
