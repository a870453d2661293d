import { expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { db } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohorts'
import { findFirstAttempts, firstAttempts } from '@/server/db/first-attempts'
import { insertTaken } from '@/tests/support/cohort-exams'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { actorNow } from '@/tests/support/staff'

const LATER = new Date('2026-12-20T10:00:00Z')

async function learningOf(school: School, cohort: CohortRow, now = LATER) {
  const actor = await actorNow(school.administrator)
  return cohortLearning(permitFor(actor, 'statistics:read', targetOf(cohort)), cohort, now)
}

it('gives each figure of first attempts, graded by the release, with its n', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  await insertTaken(cohort, { people: 12, answer: ['a'], at: '2026-11-10T10:00:00Z' })
  await insertTaken(cohort, { people: 8, answer: ['b'], at: '2026-11-10T11:00:00Z', certainty: 'sure', locale: 'ar' })
  await insertTaken(cohort, { people: 5, answer: null, at: '2026-11-11T11:00:00Z', locale: 'ar' })

  const { report, snapshot } = await learningOf(school, cohort)

  expect(snapshot).toEqual(new Date('2026-11-11T23:00:00Z'))
  expect(report.people).toBe(25)
  expect(report.questions[0]).toMatchObject({
    id: 'q1',
    facility: { status: 'shown', people: 25, rate: 0.48 },
    choices: { people: { status: 'shown', people: 13 } },
  })
  expect(report.questions[1]).toMatchObject({ id: 'q2', facility: { status: 'hidden', reason: 'protects-a-group' } })
  expect(report.alpha).toBeNull()
})

it('shows nothing new before five more people have handed in, on a day that is over', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  await insertTaken(cohort, { people: 10, answer: ['a'], at: '2026-11-10T10:00:00Z' })
  await insertTaken(cohort, { people: 6, answer: ['b'], at: '2026-11-10T10:00:00Z' })
  await insertTaken(cohort, { people: 4, answer: ['b'], at: '2026-11-12T10:00:00Z' })
  const peopleAt = async (now: string) => (await learningOf(school, cohort, new Date(now))).report.people

  expect(await peopleAt('2026-11-10T12:00:00Z')).toBe(0)
  expect(await peopleAt('2026-11-11T12:00:00Z')).toBe(16)
  expect(await peopleAt('2026-11-13T12:00:00Z')).toBe(16)
  await insertTaken(cohort, { people: 1, answer: ['b'], at: '2026-11-13T10:00:00Z' })
  expect(await peopleAt('2026-11-13T18:00:00Z')).toBe(16)
  expect(await peopleAt('2026-11-14T12:00:00Z')).toBe(21)
})

it('counts who left, and whoever came with her exam done only from the day she came', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const [left, late] = await insertTaken(cohort, { people: 6, answer: ['a'], at: '2026-11-10T10:00:00Z' })
  await db().cohortMember.update({ where: { id: left?.member ?? '' }, data: { status: 'withdrawn' } })
  await db().memberMove.updateMany({
    where: { memberId: late?.member ?? '' },
    data: { at: new Date('2026-11-20T10:00:00Z') },
  })
  const until = (day: string) => findFirstAttempts(db(), cohort, new Date(day))

  expect(await until('2026-11-15')).toHaveLength(5)
  expect(await until('2026-11-25')).toHaveLength(6)
})

it('counts the first exam alone, and only on the release of the cohort', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const [again, other] = await insertTaken(cohort, { people: 6, answer: ['b'], at: '2026-11-10T10:00:00Z' })
  const second = { releaseId: cohort.releaseId, number: 2, handedInAt: new Date('2026-11-12T10:00:00Z') }
  const attempt = await db().attempt.create({ data: { ...second, enrolmentId: again?.enrolment ?? '' } })
  await db().attemptQuestion.create({
    data: { attemptId: attempt.id, position: 1, questionId: 'q1', order: [], answer: ['a'] },
  })
  const { releaseId } = await makeCohort(await makeSchool())
  await db().attempt.update({ where: { id: other?.attempt ?? '' }, data: { releaseId } })

  const rows = await findFirstAttempts(db(), cohort, LATER)

  expect(rows).toHaveLength(5)
  expect(new Set(rows.flatMap(({ questions }) => questions.map(({ answer }) => `${answer}`)))).toEqual(
    new Set(['a', 'b']),
  )
  expect(rows.find(({ accountId }) => accountId === again?.account)?.questions).toHaveLength(2)
})

it('reads no table of answers from end to end, whatever the rest of the country has answered', async () => {
  const school = await makeSchool()
  const others = await makeCohort(school)
  for (let round = 0; round < 10; round++)
    await insertTaken(others, { people: 1000, answer: ['b'], at: '2026-11-10T10:00:00Z' })
  const cohort = await makeCohort(school)
  await insertTaken(cohort, { people: 30, answer: ['a'], at: '2026-11-10T10:00:00Z' })
  await db().$executeRawUnsafe('analyze')

  let place = 0
  const { sql, values } = firstAttempts(cohort, LATER)
  const text = sql.replaceAll('?', () => `$${++place}`)
  const plan = await db().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`explain ${text}`, ...values)
  const lines = plan.map((line) => line['QUERY PLAN']).join('\n')

  expect(lines).toContain('"AttemptQuestion"')
  expect(lines.match(/Seq Scan on "\w+"/g) ?? []).toEqual([])
})
