import { describe, expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { db, sql } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { findFirstAttempts, firstAttempts } from '@/server/db/cohort/first-attempts'
import { insertTaken } from '@/tests/support/cohort-exams'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { actorNow, giveRole } from '@/tests/support/staff'

const LATER = new Date('2026-12-20T10:00:00Z')
const EVER = { from: null, until: LATER }

async function learningOf(school: School, cohort: CohortInCourse, now = LATER) {
  const actor = await actorNow(school.administrator)
  return cohortLearning(permitFor(actor, 'statistics:read', targetOf(cohort)), cohort, now)
}
const on = (day: string) => new Date(`${day}T12:00:00Z`)

it('gives each figure of first attempts, graded by the release, with its n', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  await insertTaken(cohort, { people: 12, answer: ['a'], at: '2026-11-10T10:00:00Z' })
  await insertTaken(cohort, { people: 8, answer: ['b'], at: '2026-11-10T11:00:00Z', certainty: 'sure', locale: 'ar' })
  await insertTaken(cohort, { people: 5, answer: null, at: '2026-11-11T11:00:00Z', locale: 'ar' })

  const { report, snapshot } = await learningOf(school, cohort, on('2026-11-12'))

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

describe('a group', () => {
  it('closes on the evening by which twenty people have handed in, and the next with as many again', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const peopleOn = async (day: string) => (await learningOf(school, cohort, on(day))).report.people
    await insertTaken(cohort, { people: 19, answer: ['a'], at: '2026-11-10T10:00:00Z' })

    expect(await peopleOn('2026-11-11')).toBe(0)
    await insertTaken(cohort, { people: 3, answer: ['b'], at: '2026-11-12T10:00:00Z' })
    expect(await peopleOn('2026-11-12')).toBe(0)
    expect(await peopleOn('2026-11-13')).toBe(22)
    await insertTaken(cohort, { people: 21, answer: ['b'], at: '2026-11-14T10:00:00Z' })
    expect(await learningOf(school, cohort, on('2026-11-15'))).toMatchObject({ report: { people: 22 }, nextGroup: 22 })
    await insertTaken(cohort, { people: 1, answer: ['b'], at: '2026-11-15T10:00:00Z' })
    expect(await peopleOn('2026-11-16')).toBe(44)
  })

  it('closes with ten people once the cohort is over, and not with nine', async () => {
    const school = await makeSchool()
    const fields = { startsOn: '2026-11-02', endsOn: '2026-11-20' }
    const [ten, nine] = [await makeCohort(school, { fields }), await makeCohort(school, { fields })]
    await insertTaken(ten, { people: 10, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    await insertTaken(nine, { people: 9, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    // Handed in after the end of the cohort, so it does not count.
    await insertTaken(nine, { people: 5, answer: ['a'], at: '2026-11-22T10:00:00Z' })

    expect((await learningOf(school, ten, on('2026-11-20'))).report.people).toBe(0)
    expect((await learningOf(school, ten, on('2026-11-21'))).report.people).toBe(10)
    expect((await learningOf(school, nine, on('2026-12-21'))).report.people).toBe(0)
  })

  it('stays as it was shown, even if people delete their accounts or are withdrawn', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const people = [
      ...(await insertTaken(cohort, { people: 14, answer: ['a'], at: '2026-11-10T10:00:00Z' })),
      ...(await insertTaken(cohort, { people: 6, answer: ['b'], at: '2026-11-10T10:00:00Z' })),
    ]
    const { report } = await learningOf(school, cohort, on('2026-11-12'))
    await db().account.deleteMany({ where: { id: { in: people.slice(0, 3).map(({ account }) => account) } } })
    await db().cohortMember.update({ where: { id: people[9]?.member ?? '' }, data: { status: 'withdrawn' } })

    expect(report.questions[0]?.facility).toMatchObject({ status: 'shown', people: 20, rate: 0.7 })
    expect((await learningOf(school, cohort, on('2026-11-13'))).report).toEqual(report)
  })

  it('is never changed nor closed twice, however many look at once', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await insertTaken(cohort, { people: 20, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    const days = ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15']
    const looks = await Promise.all(days.map((day) => learningOf(school, cohort, on(day))))

    expect(new Set(looks.map(({ report }) => JSON.stringify(report))).size).toBe(1)
    expect(new Set(looks.map(({ snapshot }) => snapshot?.getTime())).size).toBe(1)
    expect(await db().closedGroup.count({ where: { cohortId: cohort.id } })).toBe(1)
    const change = db().closedGroup.updateMany({ where: { cohortId: cohort.id }, data: { figures: {} } })
    await expect(change).rejects.toThrow('a closed group does not change')
  })

  it('keeps figures that name nobody', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const people = await insertTaken(cohort, { people: 20, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    await learningOf(school, cohort, on('2026-11-12'))
    const kept = JSON.stringify(await db().closedGroup.findMany({ where: { cohortId: cohort.id } }))

    expect(kept).toContain('"people":20')
    for (const { account, attempt, enrolment, member } of people)
      expect([account, attempt, enrolment, member].filter((id) => kept.includes(id))).toEqual([])
  })
})

describe('what counts', () => {
  it('is the first exam alone, and only on the release of the cohort', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const [again] = await insertTaken(cohort, { people: 6, answer: ['b'], at: '2026-11-10T10:00:00Z' })
    const second = { releaseId: cohort.releaseId, number: 2, handedInAt: new Date('2026-11-12T10:00:00Z') }
    const attempt = await db().attempt.create({
      data: { ...second, enrolmentId: again?.enrolment ?? '', cohortId: cohort.id },
    })
    await db().attemptQuestion.create({
      data: { attemptId: attempt.id, position: 1, questionId: 'q1', order: [], answer: ['a'] },
    })
    const { releaseId } = await makeCohort(await makeSchool())
    await insertTaken({ ...cohort, releaseId }, { people: 2, answer: ['a'], at: '2026-11-10T10:00:00Z' })

    const rows = await findFirstAttempts(sql(), cohort, EVER)

    expect(rows).toHaveLength(6)
    expect(rows.map(({ attemptId }) => attemptId)).toContain(again?.attempt)
    expect(new Set(rows.flatMap(({ questions }) => questions.map(({ answer }) => `${answer}`)))).toEqual(
      new Set(['a', 'b']),
    )
  })

  it('is no second exam that was begun here after a first one elsewhere', async () => {
    const school = await makeSchool()
    const [here, elsewhere] = [await makeCohort(school), await makeCohort(school)]
    const [person] = await insertTaken(elsewhere, { people: 1, answer: ['b'], at: '2026-11-10T10:00:00Z' })
    const second = { enrolmentId: person?.enrolment ?? '', releaseId: here.releaseId, cohortId: here.id, number: 2 }
    await db().attempt.create({ data: { ...second, handedInAt: new Date('2026-11-12T10:00:00Z') } })

    expect(await findFirstAttempts(sql(), here, EVER)).toEqual([])
  })

  it('is no exam whose answers were deleted at the end of their term', async () => {
    const cohort = await makeCohort(await makeSchool())
    const [old] = await insertTaken(cohort, { people: 3, answer: ['b'], at: '2026-11-10T10:00:00Z' })
    await db().attemptQuestion.deleteMany({ where: { attemptId: old?.attempt ?? '' } })

    expect(await findFirstAttempts(sql(), cohort, EVER)).toHaveLength(2)
  })

  it('is no exam of a person who has ever been staff of the institution', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const [tutor, former, elsewhere] = await insertTaken(cohort, {
      people: 6,
      answer: ['b'],
      at: '2026-11-10T10:00:00Z',
    })
    await giveRole(tutor?.account ?? '', 'tutor', school.institutionId)
    await giveRole(former?.account ?? '', 'administrator', school.institutionId)
    await db().role.updateMany({ where: { accountId: former?.account ?? '' }, data: { endedAt: LATER, held: null } })
    await giveRole(elsewhere?.account ?? '', 'tutor', (await makeSchool()).institutionId)

    expect(await findFirstAttempts(sql(), cohort, EVER)).toHaveLength(4)
  })
})

it('scans no table of answers sequentially, however many people elsewhere have answered', async () => {
  const school = await makeSchool()
  const others = await makeCohort(school)
  const { institutionId } = await makeSchool()
  for (let round = 0; round < 3; round++) {
    const people = await insertTaken(others, { people: 1000, answer: ['b'], at: '2026-11-10T10:00:00Z' })
    const roles = people.map(({ account: accountId }) => ({ accountId, institutionId, role: 'learner' }))
    await db().role.createMany({ data: roles })
  }
  const cohort = await makeCohort(school)
  await insertTaken(cohort, { people: 30, answer: ['a'], at: '2026-11-10T10:00:00Z' })
  await db().$executeRawUnsafe('analyze')

  let place = 0
  const { sql, values } = firstAttempts(cohort, EVER)
  const text = sql.replaceAll('?', () => `$${++place}`)
  const plan = await db().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`explain ${text}`, ...values)
  const lines = plan.map((line) => line['QUERY PLAN']).join('\n')

  expect(lines).toContain('"AttemptQuestion"')
  // There are only a few releases, so that a sequential scan of them is the cheapest plan.
  expect(lines.match(/Seq Scan on "(?!Release")\w+"/g) ?? []).toEqual([])
})
