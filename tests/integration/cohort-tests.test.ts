import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  GET as getQuestion,
  POST as postQuestion,
} from '@/app/[locale]/(learn)/learning/tests/[cohort]/[course]/[form]/[n]/route'
import { GET as getTest, POST as postTest } from '@/app/[locale]/(learn)/learning/tests/[cohort]/[course]/[form]/route'
import { GET as getLearning } from '@/app/[locale]/(teach)/cohorts/[cohort]/learning/route'
import { POST as postTests } from '@/app/[locale]/(teach)/cohorts/[cohort]/tests/route'
import { LOCALES } from '@/domain/locale'
import { dayOf, nextDay } from '@/domain/time/day'
import { formatDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortGain } from '@/server/cohort/tests/cohort-gain'
import { placeOf } from '@/server/cohort/tests/draw-recalls'
import { db, sql } from '@/server/db/client'
import { findTestForms, insertSitting, insertTestForms, isActiveMember } from '@/server/db/cohort/cohort-tests'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { completeLesson, findLearner } from '@/server/db/course/learners'
import { findSeenQuestions } from '@/server/db/exam/attempts'
import { takeBackLesson } from '@/server/progress/finish-lesson'
import { drawTests, insertParticipant, insertTests, schoolWithBank } from '@/tests/support/cohort-tests'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow, giveRole, insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const TODAY = dayOf(new Date())
const RUNNING = { fields: { startsOn: nextDay(TODAY, -9), endsOn: nextDay(TODAY, 30) } }

/** A cohort under way, with its tests drawn. */
async function heldToday() {
  const { school, cohort } = await schoolWithBank(RUNNING)
  await drawTests(school, cohort, new Date())
  return { school, cohort }
}

type Someone = { sessionId: string } | null
type Params = { locale: string; cohort: string; course: string; form: string; n: string }
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

async function ask(who: Someone, handler: Handler, params: Params, form?: Record<string, string>, query = '') {
  await callAs(who?.sessionId ?? null)
  const posted = form && {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
  }
  const response = await handler(new Request(`http://localhost:3000/${params.locale}/x${query}`, posted), {
    params: Promise.resolve(params),
  })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

/** The requests of one person about one test, in Arabic. */
function atTest(who: Someone, cohort: { id: string; courseId: string }, form = 'before') {
  const path = `/ar/learning/tests/${cohort.id}/${cohort.courseId}/${form}`
  const params = (n = '1', locale = 'ar') => ({ locale, cohort: cohort.id, course: cohort.courseId, form, n })
  return {
    path,
    look: (locale = 'ar') => ask(who, getTest as Handler, params('1', locale)),
    act: (act: string) => ask(who, postTest as Handler, params(), { act }),
    question: (n = '1', locale = 'ar') => ask(who, getQuestion as Handler, params(n, locale)),
    answer: (n: string, fields: Record<string, string>) => ask(who, postQuestion as Handler, params(n), fields),
  }
}

const answersOf = (accountId: string) =>
  db().testAnswer.findMany({ where: { sitting: { accountId } }, orderBy: { position: 'asc' } })
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')

/** The fields that each button of the map sends with the form of the question, by the button's text. */
function mapButtons(html: string): Map<string, { go: string }> {
  const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]
  const form = html.match(/<form [^>]*class="question [^>]*>/)?.[0] ?? ''
  const map = html.match(/<nav [^>]*class="qmap".*?<\/nav>/s)?.[0] ?? ''
  const buttons = [...map.matchAll(/(<button [^>]*>)(.*?)<\/button>/gs)]
  return new Map(
    buttons.flatMap(([, tag = '', inside = '']) => {
      const go = attribute(tag, 'value')
      const text = inside.match(/class="num">([^<]*)/)?.[1] ?? inside
      const isOfForm = attribute(tag, 'name') === 'go' && attribute(tag, 'form') === attribute(form, 'id')
      return go && isOfForm ? [[text, { go }]] : []
    }),
  )
}

describe('drawing the tests', () => {
  it('draws two forms without a question in common, once, however often it is asked', async () => {
    const { school, cohort } = await schoolWithBank(RUNNING)
    await Promise.all([drawTests(school, cohort, new Date()), drawTests(school, cohort, new Date())])
    const forms = await findTestForms(db(), placeOf(cohort))
    await drawTests(school, cohort, new Date())

    expect(await findTestForms(db(), placeOf(cohort))).toEqual(forms)
    const ids = [...(forms?.before ?? []), ...(forms?.after ?? [])].map(({ questionId }) => questionId)
    expect(new Set(ids).size).toBe(8)
    const acts = await db().auditEntry.findMany({
      where: { act: 'tests-drawn', institutionId: school.institutionId },
    })
    expect(acts.map(({ actorId }) => actorId)).toEqual([school.administrator.accountId])
  })

  it('is refused where the cohort is over or archived, or its bank too small', async () => {
    const over = await schoolWithBank({ fields: { startsOn: nextDay(TODAY, -30), endsOn: nextDay(TODAY, -1) } })
    const archived = await schoolWithBank(RUNNING)
    await db().cohort.update({ where: { id: archived.cohort.id }, data: { archivedAt: new Date() } })
    const school = await makeSchool()
    const small = { school, cohort: await makeCohort(school, RUNNING) }

    for (const { school, cohort } of [over, archived, small]) {
      await expect(drawTests(school, cohort, new Date())).rejects.toMatchObject({ code: 'conflict' })
      expect(await findTestForms(db(), placeOf(cohort))).toBeNull()
    }
  })

  it('is the administrator’s: a tutor and a learner are refused', async () => {
    const { school, cohort } = await schoolWithBank(RUNNING)
    const tutor = await insertStaff('tutor', school.institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const params = { locale: 'fr', cohort: cohort.id, course: '', form: '', n: '' }

    expect((await ask(tutor, postTests as Handler, params, {})).status).toBe(403)
    expect((await ask(await insertParticipant(cohort), postTests as Handler, params, {})).status).toBe(403)
    expect(await ask(school.administrator, postTests as Handler, params, {})).toMatchObject({
      status: 303,
      to: `/fr/cohorts/${cohort.id}/learning?part=gain`,
    })
  })
})

describe('taking a test', () => {
  it('keeps an answer when she goes on by the map of the questions', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const { path, act, question, answer } = atTest(person, cohort)
    await act('start')
    const buttons = mapButtons((await question('1')).html)
    const check = translator('ar')('exam.check.title')

    expect([...buttons.keys()]).toEqual(['1', '2', '3', '4', check])
    expect((await answer('1', { a: 'a', ...buttons.get('3') })).to).toBe(`${path}/3`)
    expect((await answer('3', { a: 'b', ...buttons.get(check) })).to).toBe(path)
    expect(await answersOf(person.accountId)).toMatchObject([
      { position: 1, answer: ['a'] },
      { position: 3, answer: ['b'] },
    ])
  })

  it('leads from the offer through the questions to the result, and shows no key', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const { path, look, act, question, answer } = atTest(person, cohort)
    const t = translator('ar')

    expect((await look()).html).toContain(t('tests.start'))
    expect((await question()).to).toBe(path)
    expect((await act('start')).to).toBe(`${path}/1`)
    const shown = (await question('1')).html
    expect(shown.replace(/<[^>]*>/g, '')).toContain('نص stem')
    expect(shown).not.toMatch(/feedback|explanation|correct/)
    expect((await answer('1', { a: 'a', go: '2' })).to).toBe(`${path}/2`)
    expect((await answer('2', { a: 'b', go: '3' })).to).toBe(`${path}/3`)
    expect((await answer('4', { a: 'a', go: 'check' })).to).toBe(path)
    expect((await look()).html).toContain(`href="${path}/3"`)
    expect((await act('hand-in')).to).toBe(path)

    const { html } = await look()
    expect(html).toContain(t('tests.score', { score: '2', possible: 4 }))
    expect(html).not.toMatch(/feedback|stem/)
    expect((await question()).to).toBe(path)
  })

  it('keeps what was answered when it is resumed, in another language too', async () => {
    const { cohort } = await heldToday()
    const { act, answer, question } = atTest(await insertParticipant(cohort), cohort)
    await act('start')
    await answer('1', { a: 'b', go: '2' })
    await act('start')

    expect((await question('1', 'fr')).html).toMatch(/value="b"[^>]*checked=""|checked=""[^>]*value="b"/)
  })

  it('deletes an answer that is cleared, and refuses one that does not fit', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const { path, act, answer } = atTest(person, cohort)
    await act('start')
    await answer('1', { a: 'b', go: '2' })

    expect((await answer('1', { a: 'none', go: '2' })).to).toBe(`${path}/1?refused=1`)
    expect((await answersOf(person.accountId)).map(({ answer }) => answer)).toEqual([['b']])
    await answer('1', { go: '2' })
    expect(await answersOf(person.accountId)).toEqual([])
    expect((await answer('1', { a: 'a', go: 'https://example.org' })).status).toBe(400)
    expect((await answer('9', { a: 'a', go: '2' })).status).toBe(404)
    expect((await act('forge')).status).toBe(400)
  })

  it('ends with one hand-in: later answers are refused, and the time of the hand-in stays', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const { act, answer } = atTest(person, cohort)
    await act('start')
    await Promise.all([act('hand-in'), act('hand-in'), answer('1', { a: 'a', go: '2' })])
    const first = await db().testSitting.findFirstOrThrow({ where: { accountId: person.accountId } })
    await act('hand-in')

    expect((await answer('2', { a: 'a', go: '3' })).status).toBe(409)
    expect((await act('start')).status).toBe(409)
    expect(await db().testSitting.findMany({ where: { accountId: person.accountId } })).toEqual([first])
  })

  it('begins once, however many tabs begin it', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const { act } = atTest(person, cohort)
    await Promise.all([act('start'), act('start'), act('start')])

    expect(await db().testSitting.count({ where: { accountId: person.accountId } })).toBe(1)
  })

  it('closes the first test with the first lesson, and opens the second with the last', async () => {
    const { cohort } = await heldToday()
    const [late, person] = [await insertParticipant(cohort), await insertParticipant(cohort)]
    const finish = async ({ accountId }: { accountId: string }) => {
      const learner = await findLearner(sql(), accountId, cohort.courseId)
      await completeLesson(sql(), learner?.enrolmentId ?? '', 'offence', new Date())
    }
    const t = translator('ar')
    expect((await atTest(person, cohort, 'after').look()).html).toContain(t('tests.closed.no-first-test'))
    await atTest(person, cohort).act('start')
    await atTest(person, cohort).act('hand-in')
    expect((await atTest(person, cohort, 'after').look()).html).toContain(t('tests.closed.lessons-left'))
    await finish(late)
    await finish(person)

    expect((await atTest(late, cohort).look()).html).toContain(t('tests.closed.lessons-begun'))
    expect((await atTest(late, cohort).act('start')).status).toBe(409)
    expect((await atTest(person, cohort, 'after').act('start')).status).toBe(303)
  })

  it('does not reopen if a lesson is taken back, and keeps that lesson once the second test has begun', async () => {
    const { cohort } = await heldToday()
    const [late, person] = [await insertParticipant(cohort), await insertParticipant(cohort)]
    const learnerOf = async ({ accountId }: { accountId: string }) => {
      const learner = await findLearner(sql(), accountId, cohort.courseId)
      if (!learner) throw new Error('not enrolled')
      return learner
    }
    const finish = async (who: { accountId: string }) =>
      completeLesson(sql(), (await learnerOf(who)).enrolmentId, 'offence', new Date())
    const takeBack = async (who: { accountId: string; sessionId: string }) => {
      const actor = { kind: 'person', ...who, confirmed: true, locale: 'ar' } as const
      const target = { courseId: cohort.courseId, learnerId: who.accountId }
      await takeBackLesson(permitFor(actor, 'course:learn', target), await learnerOf(who), 'offence', new Date())
      return (await learnerOf(who)).lessons[0]?.completedAt ?? null
    }
    await finish(late)
    expect(await takeBack(late)).toBeNull()
    expect((await atTest(late, cohort).look()).html).toContain(translator('ar')('tests.closed.lessons-begun'))

    await atTest(person, cohort).act('start')
    await atTest(person, cohort).act('hand-in')
    await finish(person)
    expect((await atTest(person, cohort, 'after').act('start')).status).toBe(303)
    expect(await takeBack(person)).toBeInstanceOf(Date)
  })

  it('is only for active learners, signed in and confirmed', async () => {
    const { cohort } = await heldToday()
    const other = await heldToday()
    const none = await schoolWithBank(RUNNING)
    const person = await insertParticipant(cohort)

    expect((await atTest(null, cohort).look()).to).toContain('/ar/sign-in?next=')
    expect((await atTest(await insertPerson({ confirmed: false }), cohort).look()).status).toBe(403)
    expect((await atTest(await insertPerson(), cohort).look()).status).toBe(403)
    expect((await atTest(person, other.cohort).look()).status).toBe(403)
    expect((await atTest(person, { id: 'none', courseId: cohort.courseId }).look()).status).toBe(403)
    expect((await atTest(await insertParticipant(none.cohort), none.cohort).look()).status).toBe(403)
    expect((await atTest(person, cohort, 'between').look()).status).toBe(404)
    await db().cohortMember.updateMany({ where: { accountId: person.accountId }, data: { status: 'withdrawn' } })
    expect((await atTest(person, cohort).look()).status).toBe(403)
    expect(await isActiveMember(db(), cohort.id, person.accountId)).toBe(false)
  })

  it('records for the learner which of the two tests she has handed in', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const tests = async () => (await findLearner(sql(), person.accountId, cohort.courseId))?.cohort?.tests

    expect(await tests()).toEqual({ before: null, after: null })
    await atTest(person, cohort).act('start')
    await atTest(person, cohort).act('hand-in')
    expect(await tests()).toEqual({ before: expect.any(String), after: null })
  })

  it('counts the questions of both tests as seen when her exam is drawn', async () => {
    const { cohort } = await heldToday()
    const [person, other] = [await insertParticipant(cohort), await insertParticipant(cohort)]
    await atTest(person, cohort).act('start')
    const seenBy = async ({ accountId }: { accountId: string }) => {
      const learner = await findLearner(sql(), accountId, cohort.courseId)
      return [...(await findSeenQuestions(sql(), learner?.enrolmentId ?? ''))].toSorted()
    }
    const forms = await findTestForms(db(), placeOf(cohort))
    const ids = [...(forms?.before ?? []), ...(forms?.after ?? [])].map(({ questionId }) => questionId)

    expect(await seenBy(person)).toEqual(ids.toSorted())
    expect(await seenBy(other)).toEqual([])
  })

  it('counts its questions as seen only in the course of the cohort to which they belong', async () => {
    const { cohort } = await heldToday()
    const person = await insertParticipant(cohort)
    const forms = await findTestForms(db(), placeOf(cohort))
    const second = { cohortId: cohort.id, courseId: `second-${randomUUID()}` }
    const questions = [{ questionId: 'of-the-second', order: [] }]
    const releaseId = forms?.releaseId ?? ''
    await insertTestForms(db(), second, { releaseId, before: questions, after: [] }, new Date())
    const enrolment = await db().enrolment.create({
      data: { accountId: person.accountId, courseId: second.courseId, releaseId },
    })
    const learner = await findLearner(sql(), person.accountId, cohort.courseId)

    await insertSitting(db(), { ...second, accountId: person.accountId, form: 'before' }, new Date())
    expect([...(await findSeenQuestions(sql(), learner?.enrolmentId ?? ''))]).toEqual([])
    expect([...(await findSeenQuestions(sql(), enrolment.id))]).toEqual(['of-the-second'])
  })
})

describe('the results of the tests', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const LAST_WEEK = new Date(Date.now() - 5 * 86_400_000).toISOString()
  const gainOf = async (school: School, cohort: CohortInCourse, now = new Date()) => {
    const permit = permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort))
    return cohortGain(permit, cohort, now)
  }
  const page = (who: Someone, cohort: CohortInCourse, locale: string) =>
    ask(
      who,
      getLearning as Handler,
      { locale, cohort: cohort.id, course: '', form: '', n: '' },
      undefined,
      '?part=gain',
    )

  it('compares the people who took both tests', async () => {
    const { school, cohort } = await heldToday()
    const first = [
      ...(await insertTests(cohort, 'before', { people: 6, right: 1, at: LAST_WEEK })),
      ...(await insertTests(cohort, 'before', { people: 7, right: 2, at: LAST_WEEK })),
    ]
    await insertTests(cohort, 'after', { people: 6, right: 3, at: LAST_WEEK }, first)
    await insertTests(cohort, 'after', { people: 6, right: 4, at: LAST_WEEK }, first.slice(6))
    const gain = await gainOf(school, cohort)
    if (gain.status !== 'measured') throw new Error(gain.status)

    expect(gain.report).toMatchObject({ matched: 12, dropOuts: 1 })
    expect(gain.report.means).toMatchObject({ status: 'shown', people: 12, value: { before: 0.375, after: 0.875 } })
    expect(gain.report.gain).toMatchObject({ value: { gain: 0.8 } })
    for (const locale of LOCALES) {
      const { status, html } = await page(school.administrator, cohort, locale)
      const t = translator(locale)
      expect(status).toBe(200)
      for (const definition of ['mean-scores', 'normalised-gain', 'effect-size', 'cronbach-alpha'] as const)
        expect(html).toContain(escapeHtml(t(`cohorts.learning.definitions.${definition}`)))
      expect(html).toContain(escapeHtml(t('cohorts.learning.matched', { count: 12 })))
      expect(html).toContain(escapeHtml(t('cohorts.learning.dropOuts', { count: 1 })))
      expect(html).toContain(escapeHtml(formatDate(inDays(-1), locale)))
      expect(html).not.toContain('Alaoui')
    }
  })

  it('shows nothing of people who have handed in today, nor of fewer than ten', async () => {
    const { school, cohort } = await heldToday()
    const first = await insertTests(cohort, 'before', { people: 10, right: 1, at: LAST_WEEK })
    await insertTests(cohort, 'after', { people: 9, right: 3, at: LAST_WEEK }, first)
    expect(await gainOf(school, cohort)).toEqual({ status: 'waiting', questions: 4, isOver: false })
    await insertTests(cohort, 'after', { people: 1, right: 3, at: new Date().toISOString() }, first.slice(9))

    expect(await gainOf(school, cohort)).toEqual({ status: 'waiting', questions: 4, isOver: false })
    expect(await gainOf(school, cohort, inDays(1))).toMatchObject({ status: 'measured', report: { matched: 10 } })
  })

  it('changes only when ten more have handed in both, and never because an account is deleted', async () => {
    const { school, cohort } = await heldToday()
    const both = async (people: number, right: number, days: number) => {
      const at = inDays(days).toISOString()
      const accounts = await insertTests(cohort, 'before', { people, right: right - 1, at })
      return insertTests(cohort, 'after', { people, right, at }, accounts)
    }
    const accounts = [...(await both(6, 3, -5)), ...(await both(6, 4, -5))]
    const first = await gainOf(school, cohort)
    await both(9, 2, 0)
    await db().account.delete({ where: { id: accounts[0] ?? '' } })
    await db().account.delete({ where: { id: accounts[7] ?? '' } })

    expect(first).toMatchObject({ report: { matched: 12, means: { value: { before: 0.625, after: 0.875 } } } })
    expect(await gainOf(school, cohort, inDays(1))).toEqual(first)
    await both(1, 4, 1)
    const later = await gainOf(school, cohort, inDays(2))
    expect(later).toMatchObject({ status: 'measured', report: { matched: 20 } })
    await db().account.deleteMany({ where: { id: { in: accounts.slice(0, 5) } } })
    expect(await gainOf(school, cohort, inDays(3))).toEqual(later)
  })

  it('leaves out staff of the institution, and a test whose answers’ retention period has ended', async () => {
    const { school, cohort } = await heldToday()
    const accounts = await insertTests(cohort, 'before', { people: 12, right: 1, at: LAST_WEEK })
    await insertTests(cohort, 'after', { people: 12, right: 3, at: LAST_WEEK }, accounts)
    await giveRole(accounts[0] ?? '', 'tutor', school.institutionId)
    await db().testAnswer.deleteMany({ where: { sitting: { accountId: accounts[1] ?? '' } } })

    expect(await gainOf(school, cohort)).toMatchObject({ report: { matched: 10, dropOuts: 0 } })
  })

  it('offers the drawing of the tests to the administrator alone, and tells a tutor so', async () => {
    const { school, cohort } = await schoolWithBank(RUNNING)
    const tutor = await insertStaff('tutor', school.institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const t = translator('fr')

    expect((await page(school.administrator, cohort, 'fr')).html).toContain(t('cohorts.learning.gainDraw'))
    const hers = (await page(tutor, cohort, 'fr')).html
    expect(hers).not.toContain(t('cohorts.learning.gainDraw'))
    expect(hers).toContain(escapeHtml(t('cohorts.learning.gainNotHers')))
  })
})
