import { describe, expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { courseEntries } from '@/server/calendar/course-entries'
import { acceptInvitation } from '@/server/cohort/accept-invitation'
import { targetOf } from '@/server/cohort/cohort-permit'
import { coursesOf, inCourse, titleOf } from '@/server/cohort/courses'
import { cohortDashboard } from '@/server/cohort/dashboard'
import { join } from '@/server/cohort/entry/join'
import { exportCohort } from '@/server/cohort/export/export-cohort'
import { cohortLearning } from '@/server/cohort/learning'
import { inviteAgain } from '@/server/cohort/people/invite-person'
import { transfer, transferGoals } from '@/server/cohort/people/transfer'
import { sendReminders } from '@/server/cohort/reminders/send-reminders'
import { archiveCohort, type CohortDraft, changeCohort, restoreCohort, stateOf } from '@/server/cohort/save-cohort'
import { releases } from '@/server/content/releases'
import { db, sql } from '@/server/db/client'
import { findExportRows } from '@/server/db/cohort/cohort-export'
import { findStandingProgress } from '@/server/db/cohort/cohort-standings'
import { findSittings, insertSitting } from '@/server/db/cohort/cohort-tests'
import { type CohortInCourse, findCohort } from '@/server/db/cohort/cohorts'
import { findCourseProgress } from '@/server/db/cohort/person-progress'
import { taughtBy } from '@/server/db/cohort/teachers'
import { findLearners } from '@/server/db/course/learners'
import { countStages } from '@/server/db/institution/report-counts'
import { insertTaken } from '@/tests/support/cohort-exams'
import { drawTests, publishTested, schoolWithBank } from '@/tests/support/cohort-tests'
import {
  cohortOf,
  draftOfCohort,
  insertParticipant,
  insertPlace,
  makeCohort,
  makeSchool,
  mayEnrol,
  type School,
  tokenFor,
} from '@/tests/support/cohorts'
import { NOW, publish } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'
import { actorNow } from '@/tests/support/staff'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

/** A school with a cohort of so many courses. */
async function programme(count: number) {
  const school = await makeSchool()
  const more = await Promise.all(Array.from({ length: count - 1 }, () => publish()))
  releases.reset()
  const courseIds = [school.courseId, ...more.map(({ courseId }) => courseId)]
  return { school, courseIds, cohort: await makeCohort(school, { courseIds }) }
}

const mayChange = async ({ administrator }: School, cohort: CohortInCourse) =>
  permitFor(await actorNow(administrator), 'cohort:change', targetOf(cohort))
const mayRead = async ({ administrator }: School, cohort: CohortInCourse) =>
  permitFor(await actorNow(administrator), 'cohort:read', targetOf(cohort))

async function change(school: School, cohort: CohortInCourse, draft: CohortDraft, now = NOW) {
  return changeCohort(await mayChange(school, cohort), draft, now)
}

const takes = async (accountId: string) => (await findLearners(sql(), accountId)).map(({ courseId }) => courseId)

/** Makes a person read the lesson of a course of her cohort, and pass its exam there if `passed`. */
async function work(accountId: string, cohort: CohortInCourse, courseId: string, passed: boolean) {
  const { releaseId } = inCourse(cohort, courseId)
  const { id: enrolmentId } = await db().enrolment.findUniqueOrThrow({
    where: { accountId_courseId: { accountId, courseId } },
  })
  const done = { enrolmentId, lessonId: 'offence', openedAt: NOW, readAt: NOW, completedAt: NOW }
  await db().lessonState.create({ data: done })
  const attempt = { enrolmentId, releaseId, number: 1, cohortId: cohort.id, startedAt: NOW, handedInAt: NOW }
  if (passed) await db().attempt.create({ data: { ...attempt, earned: 2, possible: 2, passed: true } })
}

/** A participant who took another course outside her cohort: she read its lesson, passed its exam and was certified. */
async function learnedAlone(
  cohort: CohortInCourse,
  { id: releaseId, courseId }: { id: string; courseId: string },
  at: Date,
) {
  const { accountId, memberId } = await insertParticipant(cohort)
  const { id: enrolmentId } = await db().enrolment.create({ data: { accountId, courseId, releaseId, enrolledAt: at } })
  const read = { enrolmentId, lessonId: 'offence', openedAt: at, readAt: at, completedAt: at }
  await db().lessonState.create({ data: read })
  const attempt = {
    enrolmentId,
    releaseId,
    number: 1,
    startedAt: at,
    handedInAt: at,
    earned: 2,
    possible: 2,
    passed: true,
  }
  await db().attempt.create({ data: attempt })
  const certificate = { number: `N${accountId}`, shareToken: accountId, accountId, initials: 'A. T.' }
  await db().certificate.create({ data: { ...certificate, courseId, releaseId, issuedAt: at } })
  return { accountId, memberId, enrolmentId }
}

/** Records that an attempt was given back because of a question with a wrong key. */
async function giveBack(attemptId: string, { courseId, releaseId }: { courseId: string; releaseId: string }) {
  const graded = { attemptId, effect: 'given-back', earnedBefore: 0, earnedAfter: 0, regradedAt: NOW }
  const proposal = { courseId, releaseId, questionId: 'q1', reason: 'x', effect: {}, proposedAt: NOW }
  await db().regradeProposal.create({ data: { ...proposal, decision: 'accepted', attempts: { create: graded } } })
}

/** Her place in a cohort to which she was transferred. */
async function placeIn(cohort: CohortInCourse, accountId: string) {
  const { id, status } = await db().cohortMember.findFirstOrThrow({ where: { cohortId: cohort.id, accountId } })
  return { memberId: id, accountId, status }
}

/** The data about a person in a course in all views of the cohort's staff, with the stages of all people. */
async function seenBy(school: School, { id }: CohortInCourse, { memberId }: { memberId: string }, courseId: string) {
  const cohort = await cohortOf(id)
  const { people } = await cohortDashboard(await mayRead(school, cohort), cohort, inDays(2))
  const [row] = await findExportRows(sql(), [memberId], inCourse(cohort, courseId))
  const counted = await countStages(sql(), { institutionId: school.institutionId, until: inDays(3) })
  return {
    dashboard: people.find((one) => one.memberId === memberId)?.courses.find((one) => one.courseId === courseId),
    person: (await findCourseProgress(sql(), memberId)).find((one) => one.courseId === courseId),
    row,
    standing: (await findStandingProgress(sql(), [{ cohortId: id, courseId }])).find(
      (one) => one.memberId === memberId,
    ),
    stages: counted.flatMap(({ stage, people }) => Array<string>(people).fill(stage)),
  }
}

describe('a cohort of several courses', () => {
  it('sends one invitation that names them all, and enrols a person who accepts in each, in order', async () => {
    const { school, courseIds, cohort } = await programme(3)
    const person = await insertPerson()
    const member = await insertPlace(cohort, { status: 'invited', email: person.email })
    await inviteAgain(await mayEnrol(school, cohort), member.id, NOW)
    const letters = await db().mail.findMany({ where: { memberId: member.id } })
    expect(letters).toHaveLength(1)
    const { fr: course } = await titleOf(cohort)
    expect(letters[0]?.letter).toMatchObject({ about: { course } })

    const permit = permitFor(await actorNow(person), 'cohort:join', {})
    await acceptInvitation(permit, await tokenFor(member.id), NOW)
    expect(await takes(person.accountId)).toEqual(courseIds)
    const learners = await findLearners(sql(), person.accountId)
    expect(learners.map(({ cohort }) => cohort?.id)).toEqual(courseIds.map(() => cohort.id))
  })

  it('enrols a person who joins by a code in each of them', async () => {
    const { courseIds, cohort } = await programme(2)
    const code = 'ABCDEFGH'
    await db().cohortEntry.create({
      data: { cohortId: cohort.id, way: 'code', code, domains: [], approval: false, savedAt: NOW },
    })
    const person = await insertPerson()
    const permit = permitFor(await actorNow(person), 'cohort:join', {})
    expect(await join(permit, { code }, { address: '192.0.2.7', now: NOW })).toEqual({
      status: 'active',
      startPath: '/learning',
    })
    expect(await takes(person.accountId)).toEqual(courseIds)
  })

  it('shows each person’s progress in each, and counts her as passed once she has passed every exam', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const [first = '', second = ''] = courseIds
    const [both, one] = [await insertParticipant(cohort), await insertParticipant(cohort)]
    await change(school, cohort, draftOfCohort(courseIds))
    for (const courseId of courseIds) await work(both.accountId, cohort, courseId, true)
    await work(one.accountId, cohort, first, true)

    const { people, totals, courses } = await cohortDashboard(await mayRead(school, cohort), cohort, NOW)
    const of = ({ memberId }: { memberId: string }) => people.find((person) => person.memberId === memberId)
    expect(of(both)).toMatchObject({ passed: true, lessonsDone: 2, lessons: 2 })
    expect(of(one)).toMatchObject({ passed: false, lessonsDone: 1, lessons: 2 })
    expect(of(one)?.courses.map(({ courseId, passed }) => [courseId, passed])).toEqual([
      [first, true],
      [second, false],
    ])
    expect(totals).toMatchObject({ people: 2, passed: 1, completed: 1 })
    expect(courses.map(({ lessons }) => lessons[0]?.done)).toEqual([2, 1])
  })

  it('exports one row for each person, with a group of columns for each course', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const person = await insertParticipant(cohort)
    await change(school, cohort, draftOfCohort(courseIds))
    await work(person.accountId, cohort, courseIds[1] ?? '', true)
    const permit = permitFor(await actorNow(school.administrator), 'cohort:export', targetOf(cohort))
    const order = { content: 'progress', format: 'csv', locale: 'fr', reason: 'Suivi de la promotion' } as const
    const made = await exportCohort(permit, cohort, order, NOW)
    if (made.status !== 'made') throw new Error('no file')
    const pieces: Uint8Array[] = []
    for await (const piece of made.file.bytes) pieces.push(piece)
    const [head = '', ...rows] = Buffer.concat(pieces).toString('utf8').trim().split('\r\n')
    expect(rows).toHaveLength(1)
    expect(head.split(';').length).toBe(5 + 2 * 6)
    const titles = (await coursesOf(cohort)).map(({ release }) => release.course.file.title.fr)
    for (const title of titles) expect(head).toContain(title)
  })
})

describe('two courses of one cohort', () => {
  const due = (courseId: string, day: string) => ({ courseId, examOpensOn: null, deadlines: { offence: day } })

  it('have deadlines of their own, in the calendar and the dashboard, though their lessons share an id', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const [first = '', second = ''] = courseIds
    const { accountId, memberId } = await insertParticipant(cohort)
    const draft = { ...draftOfCohort(courseIds), courses: [due(first, '2026-11-10'), due(second, '2026-12-10')] }
    expect(await change(school, cohort, draft)).toBe('saved')
    const now = await cohortOf(cohort.id)
    await db().enrolment.updateMany({ where: { accountId }, data: { enrolledAt: new Date('2026-11-19T10:00:00Z') } })

    const learners = await findLearners(sql(), accountId)
    expect(learners.map((learner) => learner.cohort?.deadlines)).toEqual([
      { offence: '2026-11-10' },
      { offence: '2026-12-10' },
    ])
    const at = new Date('2026-11-20T10:00:00Z')
    const entries = await courseEntries({ accountId, locale: 'fr', since: NOW }, at)
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length)
    expect(entries.flatMap((entry) => ('day' in entry ? [entry.day] : [])).toSorted()).toEqual(
      [now.startsOn, '2026-11-10', '2026-12-10', now.endsOn].toSorted(),
    )
    const { people } = await cohortDashboard(await mayRead(school, now), now, at)
    expect(people.find((person) => person.memberId === memberId)).toMatchObject({ overdue: 1, situation: 'late' })
    // Nobody is late in the course whose deadline is still to come; a reminder to a late learner names the late course.
    await work(accountId, now, first, true)
    const after = await cohortDashboard(await mayRead(school, now), now, at)
    expect(after.people[0]).toMatchObject({ overdue: 0, situation: 'on-track' })
    const permit = permitFor(await actorNow(school.administrator), 'cohort:remind', targetOf(now))
    const late = new Date('2026-12-12T10:00:00Z')
    await db().lessonState.updateMany({ data: { readAt: new Date('2026-12-10T10:00:00Z') } })
    await sendReminders(permit, { why: 'late', note: null, shown: [memberId] }, late)
    const mail = await db().mail.findFirstOrThrow({ where: { memberId, kind: 'reminder' } })
    expect(mail.letter).toMatchObject({ link: expect.stringMatching(new RegExp(`/fr/courses/${second}$`)) })
  })

  it('have tests of their own before and after', async () => {
    const { school, cohort } = await schoolWithBank()
    const { courseId: other } = await publishTested()
    releases.reset()
    expect(await change(school, cohort, draftOfCohort([cohort.courseId, other]))).toBe('saved')
    const both = await cohortOf(cohort.id)
    const [first, second] = [both, inCourse(both, other)]
    await drawTests(school, first, NOW)
    const { accountId } = await insertParticipant(first)
    await change(school, first, draftOfCohort([cohort.courseId, other]))
    const testsOf = async () => (await findLearners(sql(), accountId)).map((learner) => learner.cohort?.tests !== null)
    expect(await testsOf()).toEqual([true, false])
    await drawTests(school, second, NOW)
    expect(await testsOf()).toEqual([true, true])
    const place = { cohortId: cohort.id, courseId: other }
    await insertSitting(db(), { ...place, accountId, form: 'before' }, NOW)
    expect(await findSittings(db(), { ...place, courseId: cohort.courseId }, accountId)).toEqual([])
    expect(await findSittings(db(), place, accountId)).toHaveLength(1)
  })
})

describe('a cohort that is changed while people are in it', () => {
  it('enrols its active members in an added course, and nobody else', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const added = (await publish()).courseId
    releases.reset()
    const active = await insertParticipant(cohort)
    const invited = await insertPerson()
    await insertPlace(cohort, { status: 'invited', accountId: invited.accountId })
    expect(await change(school, cohort, draftOfCohort([added, ...courseIds]))).toBe('saved')

    expect((await cohortOf(cohort.id)).courses.map(({ courseId }) => courseId)).toEqual([added, ...courseIds])
    expect((await takes(active.accountId)).toSorted()).toEqual([added, ...courseIds].toSorted())
    expect(await takes(invited.accountId)).toEqual([])
  })

  it('enrols everybody who accepts while a course is added', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const added = (await publish()).courseId
    releases.reset()
    const people = await Promise.all(Array.from({ length: 6 }, () => insertPerson()))
    const tokens: string[] = []
    for (const { email } of people) {
      const member = await insertPlace(cohort, { status: 'invited', email })
      await inviteAgain(await mayEnrol(school, cohort), member.id, NOW)
      tokens.push(await tokenFor(member.id))
    }
    const permits = await Promise.all(
      people.map(async (person) => permitFor(await actorNow(person), 'cohort:join', {})),
    )
    await Promise.all([
      change(school, cohort, draftOfCohort([...courseIds, added])),
      ...permits.map((permit, place) => acceptInvitation(permit, tokens[place] ?? '', NOW)),
    ])
    for (const { accountId } of people) expect((await takes(accountId)).length).toBe(2)
  })

  it('gives up a course that nobody has begun, and leaves what learners did in it before', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const [first = '', second = ''] = courseIds
    const { accountId } = await insertParticipant(cohort)
    const { releaseId } = inCourse(cohort, second)
    // She had taken the course, with a certificate, long before the cohort.
    const { id: enrolmentId } = await db().enrolment.create({ data: { accountId, courseId: second, releaseId } })
    const before = inDays(-400)
    await db().lessonState.create({ data: { enrolmentId, lessonId: 'offence', openedAt: before, readAt: before } })
    const certificate = { number: `N${accountId}`, shareToken: accountId, accountId, initials: 'A. T.' }
    await db().certificate.create({ data: { ...certificate, courseId: second, releaseId, issuedAt: before } })
    expect(await change(school, cohort, draftOfCohort([first]))).toBe('saved')

    const [learner] = (await findLearners(sql(), accountId)).filter(({ courseId }) => courseId === second)
    expect(learner).toMatchObject({ certificate: certificate.number, cohort: null })
    expect(learner?.lessons).toHaveLength(1)
  })

  it('keeps a course that somebody has begun', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const [first = '', second = ''] = courseIds
    const { accountId } = await insertParticipant(cohort)
    await change(school, cohort, draftOfCohort(courseIds))
    await work(accountId, cohort, second, false)

    expect(await change(school, cohort, draftOfCohort([first]))).toBe('begun')
    expect((await cohortOf(cohort.id)).courses).toHaveLength(2)
  })

  it('refuses the second of two changes made at once, and overwrites nothing', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const seen = stateOf(cohort)
    const one = { ...draftOfCohort(courseIds, { fields: { name: 'One' } }), seen }
    const two = { ...draftOfCohort(courseIds.toReversed(), { fields: { name: 'Two' } }), seen }
    const outcomes = await Promise.all([change(school, cohort, one), change(school, cohort, two)])
    expect(outcomes.toSorted()).toEqual(['changed', 'saved'])
    const now = await cohortOf(cohort.id)
    expect(now.name).toBe(outcomes[0] === 'saved' ? 'One' : 'Two')
  })

  it('refuses an empty programme, an unknown course, and any change while it is archived', async () => {
    const { school, courseIds, cohort } = await programme(1)
    await expect(change(school, cohort, draftOfCohort([]))).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(change(school, cohort, draftOfCohort(['none']))).rejects.toMatchObject({ code: 'not-found' })
    const permit = await mayChange(school, cohort)
    await archiveCohort(permit, NOW)
    await expect(change(school, cohort, draftOfCohort(courseIds))).rejects.toMatchObject({ code: 'conflict' })
    await expect(restoreCohort(permit, inDays(30))).rejects.toMatchObject({ code: 'conflict' })
    await restoreCohort(permit, inDays(29))
    expect((await findCohort(sql(), cohort.id))?.archivedAt).toBeNull()
    expect(await change(school, cohort, draftOfCohort(courseIds))).toBe('saved')
  })

  it('gives the institution no certificate that was earned alone before the course was added', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const added = await publish()
    releases.reset()
    const { accountId } = await insertParticipant(cohort, { daysQuiet: 20 })
    await db().memberMove.updateMany({ where: { member: { accountId } }, data: { at: inDays(-20) } })
    const earned = { accountId, courseId: added.courseId, releaseId: added.id, initials: 'A. T.' }
    const before = { number: `B${accountId}`, shareToken: `B${accountId}`, issuedAt: inDays(-2) }
    const after = { number: `A${accountId}`, shareToken: `A${accountId}`, issuedAt: inDays(2) }
    await db().certificate.createMany({ data: [before, after].map((each) => ({ ...earned, ...each })) })
    await change(school, cohort, draftOfCohort([...courseIds, added.courseId]))

    const rows = await sql().$queryRaw<{ number: string }[]>`
      select number from "Certificate" where id in ${taughtBy(school.institutionId)} and "accountId" = ${accountId}::uuid`
    expect(rows.map(({ number }) => number)).toEqual([after.number])
  })

  it('does not show what a member did alone in a course that is added and taken out again', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const added = await publish()
    releases.reset()
    const her = await learnedAlone(cohort, added, inDays(-30))
    await work(her.accountId, cohort, cohort.courseId, true)
    const new_ = await insertParticipant(cohort)
    expect(await change(school, cohort, draftOfCohort([...courseIds, added.courseId]))).toBe('saved')

    const blank = { passed: false, certified: false, lessonsDone: 0, sat: false }
    const seen = await seenBy(school, cohort, her, added.courseId)
    expect(seen).toMatchObject({
      dashboard: blank,
      person: { lessons: [], handedIn: 0, passedAt: null, certified: false },
      row: { doneLessons: null, passedAt: null },
      standing: { doneLessons: null, attempts: 0, passed: false, certified: false },
      stages: ['under-way', 'under-way'],
    })
    // Nor do the days reveal that she had taken it: they are those of a person who has never taken it.
    expect(seen.dashboard?.lastActiveMs).toBe(NOW.getTime())
    expect(seen.person?.lastActiveAt?.getTime()).toBeGreaterThanOrEqual(NOW.getTime())
    expect(seen.row?.enrolledAt?.getTime()).toBeGreaterThanOrEqual(NOW.getTime())
    expect(await seenBy(school, cohort, new_, added.courseId)).toMatchObject({ dashboard: blank })

    expect(await change(school, cohort, draftOfCohort(courseIds), inDays(1))).toBe('saved')
    const acts = await db().auditEntry.findMany({ where: { act: 'cohort-changed' }, orderBy: { id: 'asc' } })
    const told = acts.map(({ details }) => details).filter((details) => JSON.stringify(details).includes(cohort.id))
    expect(told).toEqual([
      { cohortId: cohort.id, coursesAdded: [added.courseId] },
      { cohortId: cohort.id, coursesRemoved: [added.courseId] },
    ])
  })

  it('counts neither the attempt under way nor one that was given back', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const [courseId = ''] = courseIds
    const her = await insertParticipant(cohort)
    await work(her.accountId, cohort, courseId, false)
    const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId: her.accountId } })
    const { releaseId } = inCourse(cohort, courseId)
    const sits = (number: number, result: { handedInAt: Date; passed: boolean } | null) =>
      db().attempt.create({ data: { enrolmentId, releaseId, number, startedAt: NOW, earned: 0, ...result } })
    const seen = async () => seenBy(school, cohort, her, courseId)
    const failed = { handedInAt: NOW, passed: false }

    const wrongKey = await sits(1, failed)
    await giveBack(wrongKey.id, { courseId, releaseId })
    await sits(2, null)
    expect(await seen()).toMatchObject({
      dashboard: { attemptsLeft: 3, sat: false },
      person: { handedIn: 0 },
      standing: { attempts: 0 },
    })
    await db().attempt.updateMany({ where: { enrolmentId, number: 2 }, data: failed })
    await sits(3, failed)
    await sits(4, null)
    expect(await seen()).toMatchObject({
      dashboard: { attemptsLeft: 1, sat: true },
      person: { handedIn: 2 },
      standing: { attempts: 2 },
    })
  })

  it('shows what she had done alone once she works in the course herself', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const added = await publish()
    releases.reset()
    const her = await learnedAlone(cohort, added, inDays(-30))
    await work(her.accountId, cohort, cohort.courseId, true)
    await change(school, cohort, draftOfCohort([...courseIds, added.courseId]))
    await db().lessonState.updateMany({ where: { enrolmentId: her.enrolmentId }, data: { readAt: inDays(1) } })

    expect(await seenBy(school, cohort, her, added.courseId)).toMatchObject({
      dashboard: { passed: true, certified: true, lessonsDone: 1, sat: true, lastActiveMs: inDays(1).getTime() },
      person: { lessons: [{ id: 'offence' }], handedIn: 1, passedAt: inDays(-30), certified: true },
      standing: { doneLessons: 'offence', attempts: 1, passed: true, certified: true },
      stages: ['passed'],
      row: { doneLessons: { offence: expect.any(String) }, passedAt: inDays(-30) },
    })
  })

  it('does not show what a member did alone in a course of the cohort to which she is transferred', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const more = await publish()
    releases.reset()
    const her = await learnedAlone(cohort, more, inDays(-30))
    await work(her.accountId, cohort, cohort.courseId, true)
    const goal = await makeCohort(school, { courseIds: [...courseIds, more.courseId] })
    const third = await makeCohort(school, { courseIds: [...courseIds, more.courseId] })
    await transfer(await mayEnrol(school, cohort), her.memberId, goal.id, inDays(1))
    const there = await placeIn(goal, her.accountId)

    const blank = { passed: false, certified: false, lessonsDone: 0, sat: false, lastActiveMs: inDays(1).getTime() }
    const seen = await seenBy(school, goal, there, more.courseId)
    expect(seen).toMatchObject({
      dashboard: blank,
      person: { lessons: [], handedIn: 0, passedAt: null, certified: false, lastActiveAt: inDays(1) },
      row: { doneLessons: null, passedAt: null, enrolledAt: inDays(1) },
      standing: { doneLessons: null, attempts: 0, passed: false, certified: false },
    })
    // She passed in the cohort that she left, which has only the one course.
    expect(seen.stages.toSorted()).toEqual(['passed', 'under-way'])
    // Her results in the course that both cohorts have are shown in the new cohort.
    expect((await seenBy(school, goal, there, cohort.courseId)).dashboard).toMatchObject({ passed: true })
    // Nor does a second transfer, to a cohort with both courses from the start, show her record of the other course.
    await transfer(await mayEnrol(school, goal), there.memberId, third.id, inDays(2))
    const last = await placeIn(third, her.accountId)
    expect((await seenBy(school, third, last, more.courseId)).dashboard).toMatchObject(blank)

    await db().lessonState.updateMany({ where: { enrolmentId: her.enrolmentId }, data: { readAt: inDays(3) } })
    expect((await seenBy(school, third, last, more.courseId)).dashboard).toMatchObject({
      passed: true,
      certified: true,
    })
  })

  it('does not show, after a transfer, what she did alone in a course that the first cohort added later', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const added = await publish()
    releases.reset()
    const her = await learnedAlone(cohort, added, inDays(-30))
    await change(school, cohort, draftOfCohort([...courseIds, added.courseId]))
    const goal = await makeCohort(school, { courseIds: [...courseIds, added.courseId] })
    await transfer(await mayEnrol(school, cohort), her.memberId, goal.id, inDays(1))

    const there = await placeIn(goal, her.accountId)
    const seen = await seenBy(school, goal, there, added.courseId)
    expect([seen.dashboard, seen.person, seen.row]).toMatchObject([
      { passed: false, certified: false, lessonsDone: 0 },
      { lessons: [], passedAt: null, certified: false },
      { doneLessons: null, passedAt: null },
    ])
  })

  it('shows what she did alone if she herself accepts the place in the other cohort', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const more = await publish()
    releases.reset()
    const her = await learnedAlone(cohort, more, inDays(-30))
    await db().cohortMember.update({ where: { id: her.memberId }, data: { status: 'invited' } })
    const goal = await makeCohort(school, { courseIds: [...courseIds, more.courseId] })
    await transfer(await mayEnrol(school, cohort), her.memberId, goal.id, inDays(1))
    const there = await placeIn(goal, her.accountId)
    expect(there.status).toBe('invited')
    await db().cohortMember.update({ where: { id: there.memberId }, data: { status: 'active' } })

    expect((await seenBy(school, goal, there, more.courseId)).dashboard).toMatchObject({
      passed: true,
      certified: true,
    })
  })

  it('transfers people only to a cohort with all their courses, and enrols them in its other courses', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const third = (await publish()).courseId
    releases.reset()
    const fewer = await makeCohort(school, { courseIds: courseIds.slice(0, 1) })
    const more = await makeCohort(school, { courseIds: [...courseIds, third] })
    const permit = await mayEnrol(school, cohort)
    const goals = (await transferGoals(permit, cohort, NOW)).map(({ id }) => id)
    expect(goals).toContain(more.id)
    expect(goals).not.toContain(fewer.id)
    const { accountId, memberId } = await insertParticipant(cohort)
    await transfer(permit, memberId, more.id, NOW)
    expect((await takes(accountId)).toSorted()).toEqual([...courseIds, third].toSorted())
  })

  it('enrols a person in the other courses also where a list had given her a place that she left', async () => {
    const { school, courseIds, cohort } = await programme(1)
    const second = (await publish()).courseId
    releases.reset()
    const goal = await makeCohort(school, { courseIds: [...courseIds, second] })
    const { accountId, email, memberId } = await insertParticipant(cohort)
    const listed = await insertPlace(goal, { status: 'withdrawn', email })

    await transfer(await mayEnrol(school, cohort), memberId, goal.id, NOW)

    expect(await placeIn(goal, accountId)).toMatchObject({ memberId: listed.id })
    expect((await takes(accountId)).toSorted()).toEqual([...courseIds, second].toSorted())
  })
})

describe('the figures of two courses of one cohort', () => {
  const figuresOf = async (school: School, cohort: CohortInCourse, now: Date) =>
    cohortLearning(permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort)), cohort, now)

  it('have groups of their own, so that no difference between them concerns one person', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const [first, second] = courseIds.map((courseId) => inCourse(cohort, courseId))
    if (!first || !second) throw new Error('two courses')
    await insertTaken(first, { people: 20, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    // One course has enough people for a group; the other has not, so it shows nothing at all.
    await insertTaken(second, { people: 19, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    const now = new Date('2026-11-12T10:00:00Z')
    expect((await figuresOf(school, first, now)).report.people).toBe(20)
    expect((await figuresOf(school, second, now)).snapshot).toBeNull()
    expect((await figuresOf(school, second, now)).report.people).toBe(0)
  })

  it('stay those of their groups, because a course with counted answers cannot be removed', async () => {
    const { school, courseIds, cohort } = await programme(2)
    const second = inCourse(cohort, courseIds[1])
    await insertTaken(second, { people: 20, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    const now = new Date('2026-11-12T10:00:00Z')
    const before = await figuresOf(school, second, now)
    // Answers were counted in the course, so it cannot be removed: otherwise its groups could begin again with other
    // people.
    expect(await change(school, cohort, draftOfCohort(courseIds.slice(0, 1)))).toBe('begun')
    await insertTaken(second, { people: 1, answer: ['b'], at: '2026-11-12T12:00:00Z' })
    expect((await figuresOf(school, second, new Date('2026-11-14T10:00:00Z'))).report).toEqual(before.report)
  })
})
