import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { coursesOf } from '@/server/cohort/courses'
import { followPeople, withNames } from '@/server/cohort/follow-people'
import { db, sql } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { insertParticipant, insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'

const msAgo = (days: number) => NOW.getTime() - days * 86_400_000
const daysAgo = (days: number) => new Date(msAgo(days))
const follow = async (cohort: CohortInCourse) => followPeople(sql(), cohort, await coursesOf(cohort), NOW)
const followByName = async (cohort: CohortInCourse) => withNames(sql(), await follow(cohort))

function insertCertificate({ courseId, releaseId }: CohortInCourse, accountId: string, fields: object = {}) {
  const number = randomUUID()
  return db().certificate.create({
    data: { number, shareToken: number, accountId, courseId, releaseId, initials: 'A. T.', ...fields },
  })
}

it('shows active learners by name, and nobody else', async () => {
  const school = await makeSchool()
  const [cohort, other] = [await makeCohort(school), await makeCohort(school)]
  await insertParticipant(cohort, { nameLatin: 'Zineb' })
  await insertParticipant(cohort, { nameLatin: 'Amina' })
  await insertParticipant(other)
  await insertPlace(cohort, { status: 'invited' })

  expect((await followByName(cohort)).map(({ nameLatin }) => nameLatin)).toEqual(['Amina', 'Zineb'])
})

it('takes the latest of enrolment, reading and exam attempt as the last activity', async () => {
  const cohort = await makeCohort(await makeSchool())
  const enrolled = await insertParticipant(cohort, { nameLatin: '1', daysQuiet: 9 })
  const reader = await insertParticipant(cohort, { nameLatin: '2', daysQuiet: 9, done: true })
  const sitter = await insertParticipant(cohort, { nameLatin: '3', daysQuiet: 9 })
  const never = await insertParticipant(cohort, { nameLatin: '4' })
  const of = ({ accountId }: { accountId: string }) => ({ enrolment: { accountId } })
  await db().lessonState.updateMany({ where: of(reader), data: { readAt: daysAgo(5) } })
  const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId: sitter.accountId } })
  const attempt = { enrolmentId, releaseId: cohort.releaseId }
  await db().attempt.create({
    data: { ...attempt, number: 1, startedAt: daysAgo(8), handedInAt: daysAgo(7), passed: false },
  })
  await db().attempt.create({ data: { ...attempt, number: 2, startedAt: daysAgo(3) } })
  await db().enrolment.deleteMany({ where: { accountId: never.accountId } })

  const [first, second, third, fourth] = await follow(cohort)

  expect(first).toMatchObject({ memberId: enrolled.memberId, lastActiveMs: msAgo(9), lessonsDone: 0, passed: false })
  expect(second).toMatchObject({ lastActiveMs: msAgo(5), lessonsDone: 1, passed: false })
  expect(second?.courses[0]?.done).toEqual(new Set(['offence']))
  expect(third).toMatchObject({ lastActiveMs: msAgo(3), passed: false })
  // The attempt under way is still hers to hand in.
  expect((third?.attemptsLeft ?? 0) + 1).toBe(first?.attemptsLeft)
  expect(fourth).toMatchObject({ lastActiveMs: 0, lessonsDone: 0, situation: 'inactive' })
})

it('counts a learner as certified only by a certificate of this course in force', async () => {
  const cohort = await makeCohort(await makeSchool())
  const [none, held, revoked, reissued, elsewhere] = [
    await insertParticipant(cohort, { nameLatin: '1' }),
    await insertParticipant(cohort, { nameLatin: '2' }),
    await insertParticipant(cohort, { nameLatin: '3' }),
    await insertParticipant(cohort, { nameLatin: '4' }),
    await insertParticipant(cohort, { nameLatin: '5' }),
  ]
  await insertCertificate(cohort, held.accountId)
  await insertCertificate(cohort, held.accountId)
  await insertCertificate(cohort, revoked.accountId, { revokedAt: NOW })
  const { id: supersedesId } = await insertCertificate(cohort, reissued.accountId)
  await insertCertificate(cohort, reissued.accountId, { supersedesId, revokedAt: NOW })
  await insertCertificate(cohort, elsewhere.accountId, { courseId: 'another' })

  const people = await follow(cohort)

  expect(people.map(({ memberId, certified }) => [memberId, certified])).toEqual([
    [none.memberId, false],
    [held.memberId, true],
    [revoked.memberId, false],
    [reissued.memberId, false],
    [elsewhere.memberId, false],
  ])
})

it('knows the last reminder, and the people whom no letter reaches', async () => {
  const cohort = await makeCohort(await makeSchool())
  const reminded = await insertParticipant(cohort, { nameLatin: '1' })
  const closed = await insertParticipant(cohort, { nameLatin: '2' })
  const { memberId } = reminded
  for (const at of [daysAgo(3), daysAgo(20)]) await db().reminder.create({ data: { memberId, at, why: 'late' } })
  await db().account.update({ where: { id: closed.accountId }, data: { disabledAt: NOW } })

  expect(await followByName(cohort)).toMatchObject([
    { remindedAt: daysAgo(3), reachable: true, address: reminded.email },
    { remindedAt: null, reachable: false, address: null },
  ])
})
