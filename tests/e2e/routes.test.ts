import type { APIRequestContext } from '@playwright/test'
import { INSTITUTION_ROLES, PLATFORM_ROLES } from '@/domain/auth/role'
import type { Course } from '@/domain/course/course'
import type { QuestionKey } from '@/domain/question/question'
import { type Answer, answerOf } from '../support/e2e/answer'
import type { Role } from '../support/e2e/cast'
import { routes } from '../support/e2e/route-list'
import type { Attempt } from '../support/e2e/rows'
import { STAFF_ROUTES } from '../support/e2e/staff-routes'
import { COURSE, expect, PUBLIC_COURSE, type Someone, test } from '../support/e2e/test'

/** The values that an address may contain, among them the first lesson of the course. */
type Of = { number: string; attempt: Attempt; cohort: string; lesson: string; choice: QuestionKey }
type Row = {
  /** The owner of the page: the learner of the third column. */
  of?: Role
  /** The learner of the third column is in a cohort with tests, and has begun the first test. */
  atTest?: true
  form?: (of: Of) => Record<string, string>
  json?: (of: Of) => object
  anonymous: Answer
  unconfirmed: Answer
  learner: Answer
  other: Answer
  /** The answer for a person who holds every role, over the learner too; by default the same as for `other`. */
  powers?: Answer
}
type RowOf = Row | ((of: Of) => Row)

const all = (answer: Answer) => ({ anonymous: answer, unconfirmed: answer, learner: answer, other: answer })
/** The answers for a page that belongs to one person: the page, or the refusal that fits the caller. */
const hers = { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 200, other: 403 } as const
const signedIn = { anonymous: '303 /ar/sign-in', unconfirmed: 200, learner: 200, other: 200 } as const
const signedOut = {
  anonymous: 200,
  unconfirmed: '303 /ar/learning',
  learner: '303 /ar/learning',
  other: '303 /ar/learning',
  powers: '303 /ar/desk',
} as const
const withoutFactor = { ...all('303 /ar/account/second-factor'), anonymous: '303 /ar/sign-in' } as const
const anyone = all(200)

const course = `/ar/courses/${COURSE}`
const lessonPath = (id: string) => `${course}/lessons/${id}`
const exam = `${course}/exam`
const testPath = (cohort: string) => `/ar/learning/tests/${cohort}/${COURSE}/before`

/** A grid of the course. */
const GRID = 'lanes-of-the-medina'

const MATRIX: Record<string, RowOf> = {
  'GET /[locale]': anyone,
  'GET /[locale]/[...rest]': all(404),
  'GET /[locale]/accessibility': anyone,
  'GET /[locale]/account': signedIn,
  'POST /[locale]/account': {
    form: () => ({ act: 'profile', function: 'none', institution: '', locale: 'ar' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  'GET /[locale]/account/institutions': signedIn,
  // An offer that does not exist cannot be answered.
  'POST /[locale]/account/institutions': {
    form: () => ({ act: 'accept', offer: '0198c0de-0000-7000-8000-000000000001' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 403,
    learner: 403,
    other: 403,
  },
  // If the address names no institution, there is nothing to leave.
  'GET /[locale]/account/institutions/leave': {
    anonymous: '303 /ar/sign-in',
    unconfirmed: 404,
    learner: 404,
    other: 404,
  },
  'POST /[locale]/account/institutions/leave': {
    anonymous: '303 /ar/sign-in',
    unconfirmed: '303 /ar/account/institutions',
    learner: '303 /ar/account/institutions',
    other: '303 /ar/account/institutions',
  },
  'GET /[locale]/account/letters': signedIn,
  'POST /[locale]/account/letters': {
    form: () => ({ reminders: 'hourly', reviews: 'off', announcements: 'on', pausedUntil: '' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  'GET /[locale]/account/merge': { ...signedIn, unconfirmed: 403 },
  'POST /[locale]/account/merge': {
    form: () => ({ act: 'prove', email: '', password: '' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 403,
    learner: 400,
    other: 400,
  },
  'GET /[locale]/account/second-factor': signedIn,
  'POST /[locale]/account/second-factor': {
    form: () => ({ act: 'start' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  'GET /[locale]/c': anyone,
  // Without a code nobody can check in.
  'POST /[locale]/c': { form: () => ({ code: '' }), ...all(400) },
  'GET /[locale]/c/[room]': anyone,
  'POST /[locale]/c/[room]': { form: () => ({ code: '' }), ...all(400) },
  'GET /[locale]/certificates': { of: 'holder', ...signedIn },
  'GET /[locale]/certificates/[number]/law': { of: 'holder', ...signedIn, unconfirmed: 404, other: 404 },
  // Nobody finds the certificate of another person.
  'POST /[locale]/certificates/[number]/law': {
    form: () => ({ question: 'none' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 404,
    learner: 404,
    other: 404,
  },
  // A person without a certificate has no transcript.
  'GET /[locale]/certificates/transcript': { of: 'holder', ...signedIn, anonymous: 401, unconfirmed: 404, other: 404 },
  'GET /[locale]/cohorts': all('303 /ar/institutions'),
  'GET /[locale]/confirm': anyone,
  'POST /[locale]/confirm': { form: () => ({ email: '' }), ...all(400) },
  'GET /[locale]/courses': anyone,
  'GET /[locale]/courses/[course]': anyone,
  'GET /[locale]/courses/[course]/corrections': signedIn,
  // Corrections of a release that does not exist cannot be noted; the form leads back to the course.
  'POST /[locale]/courses/[course]/corrections': {
    form: () => ({ release: '0198c0de-0000-7000-8000-000000000001' }),
    ...all(`303 ${course}`),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/courses/[course]/kept': anyone,
  'GET /[locale]/courses/[course]/kept/[lesson]': anyone,
  'POST /[locale]/courses/[course]/start': ({ lesson }) => ({
    ...hers,
    learner: `303 ${course}`,
    other: `303 ${lessonPath(lesson)}`,
  }),
  'GET /[locale]/courses/[course]/lessons/[lesson]': anyone,
  'POST /[locale]/courses/[course]/lessons/[lesson]/done': ({ lesson }) => ({
    ...hers,
    learner: `303 ${lessonPath(lesson)}`,
    other: `303 ${lessonPath(lesson)}`,
  }),
  'GET /[locale]/courses/[course]/lessons/[lesson]/note': signedIn,
  'POST /[locale]/courses/[course]/lessons/[lesson]/note': ({ lesson }) => ({
    form: () => ({ noteText: 'A note', block: '1' }),
    ...all(`303 ${lessonPath(lesson)}`),
    anonymous: '303 /ar/sign-in',
  }),
  // A learner can ask only if she takes the course in a running cohort that has a tutor.
  'GET /[locale]/courses/[course]/lessons/[lesson]/ask': {
    of: 'holder',
    ...hers,
    unconfirmed: 404,
    other: 404,
  },
  'POST /[locale]/courses/[course]/lessons/[lesson]/ask': {
    form: () => ({ threadText: 'A question', draft: crypto.randomUUID(), block: '' }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  'POST /[locale]/courses/[course]/lessons/[lesson]/bookmark': ({ lesson }) => ({
    form: () => ({ block: '1' }),
    ...all(`303 ${lessonPath(lesson)}`),
    anonymous: '303 /ar/sign-in',
  }),
  'POST /[locale]/courses/[course]/lessons/[lesson]/not-done': ({ lesson }) => ({
    ...hers,
    learner: `303 ${lessonPath(lesson)}`,
    other: `303 ${lessonPath(lesson)}`,
  }),
  'POST /[locale]/courses/[course]/lessons/[lesson]/practice': ({ lesson, choice }) => ({
    form: () => ({ question: choice.id, a: choice.options[0]?.id ?? '' }),
    ...all(`303 ${lessonPath(lesson)}`),
  }),
  'GET /[locale]/courses/[course]/search': anyone,
  'GET /[locale]/courses/[course]/exam': { ...hers, other: 200 },
  'POST /[locale]/courses/[course]/exam/start': { ...hers, learner: `303 ${exam}/1`, other: 409 },
  'GET /[locale]/courses/[course]/exam/[n]': { ...hers, other: `303 ${exam}` },
  'POST /[locale]/courses/[course]/exam/[n]/answer': {
    form: ({ attempt }) => ({ attempt: attempt.id, go: '2' }),
    ...hers,
    anonymous: 401,
    learner: `303 ${exam}/2`,
  },
  'GET /[locale]/courses/[course]/exam/check': { ...hers, other: `303 ${exam}` },
  'POST /[locale]/courses/[course]/exam/hand-in': {
    form: ({ attempt }) => ({ attempt: attempt.id }),
    ...hers,
    learner: `303 ${exam}/result`,
  },
  'GET /[locale]/courses/[course]/exam/result': { of: 'failed', ...hers, other: `303 ${exam}` },
  'GET /[locale]/courses/[course]/practice-set': { of: 'failed', ...hers, other: 200 },
  // A form that names no question of the set is refused.
  'POST /[locale]/courses/[course]/practice-set': { of: 'failed', ...hers, learner: 404, other: 404 },
  // There is no wait before an attempt that is under way, nor before the first.
  'POST /[locale]/courses/[course]/exam/tell-me': { ...hers, learner: 409, other: 409 },
  // Without a valid link the page shows nothing.
  'GET /[locale]/invitation': all(410),
  'POST /[locale]/invitation': { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 410, other: 410 },
  'GET /[locale]/offer': all(410),
  // A form without a valid link leads back to the page that says so; nobody who is signed in opens an account.
  'POST /[locale]/offer': { ...all(403), anonymous: '303 /ar/offer' },
  'GET /[locale]/join': { ...signedIn, unconfirmed: 403 },
  // Without a code or a cohort there is nothing to join, and no request to take back.
  'POST /[locale]/join': { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 404, other: 404 },
  'POST /[locale]/join/back': { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 404, other: 404 },
  'GET /[locale]/learning': signedIn,
  'GET /[locale]/learning/messages': signedIn,
  // A thread is open to the learner who wrote it; the tutors of her cohort read it on another page.
  'GET /[locale]/learning/messages/[thread]': { of: 'holder', ...hers, unconfirmed: 404, other: 404 },
  'POST /[locale]/learning/messages/[thread]': {
    form: () => ({ threadText: 'A question', draft: crypto.randomUUID() }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/learning/provisions': signedIn,
  'GET /[locale]/learning/notes': signedIn,
  // A note belongs to one person: for everybody else there is none, whatever her roles.
  'GET /[locale]/learning/notes/[note]': { of: 'holder', ...hers, unconfirmed: 404, other: 404 },
  'POST /[locale]/learning/notes/[note]': {
    form: () => ({ unmark: 'yes' }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/learning/tests/[cohort]/[course]/[form]': { of: 'testee', ...hers },
  'POST /[locale]/learning/tests/[cohort]/[course]/[form]': ({ cohort }) => ({
    atTest: true,
    form: () => ({ act: 'start' }),
    ...hers,
    learner: `303 ${testPath(cohort)}/1`,
  }),
  'GET /[locale]/learning/tests/[cohort]/[course]/[form]/[n]': { of: 'testee', ...hers },
  'POST /[locale]/learning/tests/[cohort]/[course]/[form]/[n]': ({ cohort }) => ({
    atTest: true,
    form: () => ({ go: '2' }),
    ...hers,
    anonymous: 401,
    learner: `303 ${testPath(cohort)}/2`,
  }),
  'GET /[locale]/practice': anyone,
  'GET /[locale]/practice/grid/[file]': signedIn,
  // A form without the fields of the grid is refused.
  'POST /[locale]/practice/grid/[file]': { ...all(400), anonymous: '303 /ar/sign-in' },
  // A person who has not handed in the grid is redirected to it.
  'GET /[locale]/practice/grid/[file]/result': {
    ...all(`303 /ar/practice/grid/${GRID}`),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/learning/review': signedIn,
  // Nobody has a question with this id, so there is nothing to answer.
  'POST /[locale]/learning/review': {
    form: () => ({ card: '0198c0de-0000-7000-8000-000000000001', turn: '1', a: 'a' }),
    ...all('303 /ar/learning/review'),
    anonymous: 401,
  },
  // Links in letters of earlier versions.
  'GET /[locale]/review/question': all('308 /ar/learning/review/question'),
  'POST /[locale]/review/question': { form: () => ({ a: 'a' }), ...all('308 /ar/learning/review/question') },
  'GET /[locale]/learning/review/question': all(404),
  'POST /[locale]/learning/review/question': { form: () => ({ a: 'a' }), ...all(404) },
  // A seminar of a cohort has no tests of its own.
  'GET /[locale]/seminars/[seminar]/tests/[form]': { ...hers, learner: 403 },
  'POST /[locale]/seminars/[seminar]/tests/[form]': { form: () => ({ act: 'start' }), ...hers, learner: 403 },
  'GET /[locale]/seminars/[seminar]/tests/[form]/[n]': { ...hers, learner: 403 },
  'POST /[locale]/seminars/[seminar]/tests/[form]/[n]': {
    form: () => ({ go: '2' }),
    ...hers,
    anonymous: 401,
    learner: 403,
  },
  // There is no survey of this seminar.
  'GET /[locale]/seminars/[seminar]/survey/[when]': { ...all(404), anonymous: '303 /ar/sign-in' },
  // No survey has this link.
  'GET /[locale]/s/[token]': all(404),
  'POST /[locale]/s/[token]': { form: () => ({ a: 'a' }), ...all(404) },
  'GET /[locale]/learning/review/settings': signedIn,
  'POST /[locale]/learning/review/settings': {
    form: () => ({ act: 'stop', course: COURSE }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/library': anyone,
  'GET /[locale]/library/cases': anyone,
  'GET /[locale]/library/cases/[id]': anyone,
  'GET /[locale]/library/checklists': anyone,
  'GET /[locale]/library/checklists/[id]': anyone,
  'GET /[locale]/library/figures': anyone,
  'GET /[locale]/library/research': anyone,
  'GET /[locale]/library/glossary': anyone,
  'GET /[locale]/library/indicators': anyone,
  'GET /[locale]/library/law': anyone,
  'GET /[locale]/library/law/[provision]': anyone,
  'GET /[locale]/library/models': anyone,
  'GET /[locale]/library/models/[id]': anyone,
  'GET /[locale]/library/referral': anyone,
  'GET /[locale]/library/search': anyone,
  'GET /[locale]/about': anyone,
  'GET /[locale]/help': anyone,
  'GET /[locale]/privacy': anyone,
  'GET /[locale]/learning/reminders': signedIn,
  'POST /[locale]/learning/reminders': {
    form: () => ({ act: 'save', what: '', weekday: 'once', day: '', hour: '9' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  // Without the signed token of a letter the page stops no letters.
  'GET /[locale]/letters/stop': all(410),
  'POST /[locale]/letters/stop': { form: () => ({}), ...all(410) },
  'GET /[locale]/offline': anyone,
  // If the address names no page, there is nothing to report.
  'GET /[locale]/report': all(404),
  'POST /[locale]/report': all(404),
  'GET /[locale]/practice/referral': signedIn,
  'GET /[locale]/practice/referral/[profile]': signedIn,
  'POST /[locale]/practice/referral/[profile]': {
    form: () => ({ version: '0', act: 'add', new: 'secure' }),
    ...all('303 /ar/practice/referral/s-begging'),
    anonymous: '303 /ar/sign-in',
  },
  // No group plays a simulation with this id.
  'GET /[locale]/practice/seats/[run]': { ...all(404), anonymous: '303 /ar/sign-in' },
  'POST /[locale]/practice/seats/[run]': {
    form: () => ({ act: 'leave', seat: 'prosecutor' }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  // Nobody has begun this simulation.
  'GET /[locale]/practice/simulations/[case]': signedIn,
  'POST /[locale]/practice/simulations/[case]': {
    form: () => ({}),
    ...all('303 /ar/practice/simulations/first-interview/1'),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/practice/simulations/[case]/[step]': {
    ...all('303 /ar/practice/simulations/night-report'),
    anonymous: '303 /ar/sign-in',
  },
  'POST /[locale]/practice/simulations/[case]/[step]': {
    form: () => ({ run: 'none', choice: 'identify', confirm: 'yes' }),
    ...all('303 /ar/practice/simulations/first-interview/1'),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/practice/simulations/[case]/debrief': {
    ...all('303 /ar/practice/simulations/night-report'),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/practice/worksheet': anyone,
  'GET /[locale]/practice/worksheet/kept': anyone,
  'GET /[locale]/practice/worksheet/[file]': signedIn,
  'POST /[locale]/practice/worksheet/[file]': {
    form: () => ({ child: 'yes', 'general.fear': 'absent' }),
    ...all(200),
    anonymous: '303 /ar/sign-in',
  },
  'GET /[locale]/reset-password': anyone,
  'POST /[locale]/reset-password': { form: () => ({ email: '' }), ...all(400) },
  'GET /[locale]/second-factor': { ...withoutFactor, powers: '303 /ar/account' },
  'POST /[locale]/second-factor': { form: () => ({ code: '000000' }), ...withoutFactor, powers: '303 /ar/account' },
  'GET /[locale]/seminars': anyone,
  'GET /[locale]/seminars/[seminar]': anyone,
  // There is no material with this id.
  'GET /[locale]/seminars/[seminar]/materials/[material]': all(404),
  'GET /[locale]/seminars/[seminar]/ics': anyone,
  // The seminar has not taken place yet.
  'GET /[locale]/seminars/[seminar]/proceedings': all(404),
  'GET /[locale]/seminars/[seminar]/registration': anyone,
  'POST /[locale]/seminars/[seminar]/registration': { form: () => ({ act: '' }), ...all(400) },
  // None of these people has a place that she took as a guest, by her address only.
  'POST /[locale]/seminars/claim': {
    ...all('303 /ar/learning'),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 403,
  },
  'GET /[locale]/sign-in': signedOut,
  // A person who is signed in is redirected, whatever she sent.
  'POST /[locale]/sign-in': { form: () => ({ email: '' }), ...signedOut, anonymous: 400 },
  'GET /[locale]/sign-in/school': signedOut,
  'POST /[locale]/sign-in/school': { form: () => ({ institution: '' }), ...all(400) },
  'GET /[locale]/sign-up': signedOut,
  'POST /[locale]/sign-up': { form: () => ({ email: '' }), ...signedOut, anonymous: 400 },
  'GET /[locale]/styleguide': anyone,
  'GET /[locale]/verify': anyone,
  'GET /[locale]/verify/[number]': anyone,
  'POST /[locale]/verify/[number]': { form: () => ({ name: 'Meryem Tazi' }), ...anyone },
  'GET /.well-known/did.json': all(404),
  'GET /robots.txt': anyone,
  'GET /sitemap.xml': anyone,
  'GET /api/[...rest]': all(404),
  'GET /api/account/data': { ...anyone, anonymous: 401 },
  'GET /api/account/owner': anyone,
  'GET /api/account/notes/[file]': { ...anyone, anonymous: 401 },
  // The address names no institution.
  'GET /api/auth/callback/[institution]': all(404),
  // Only the secret address opens the calendar, with or without a session.
  'GET /api/calendar/[file]': all(404),
  'GET /api/certificates/[number]/pdf': { of: 'holder', ...hers, anonymous: 401 },
  'GET /api/credentials/[number]': { of: 'holder', ...hers, anonymous: 401 },
  'GET /api/credentials/status/[list]': anyone,
  'GET /api/courses/[course]/handout/[file]': anyone,
  'GET /api/courses/[course]/kept': anyone,
  'PUT /api/exam/answers': {
    json: ({ attempt }) => ({ courseId: COURSE, attemptId: attempt.id, saved: { position: 1, flagged: true } }),
    ...hers,
    anonymous: 401,
  },
  'GET /api/health': anyone,
  'GET /api/health/live': anyone,
  'GET /api/health/ready': anyone,
  'GET /api/library/figures/[id]': anyone,
  'GET /api/library/references/[file]': anyone,
  'GET /api/library/suggestions': anyone,
  // Nobody has a logo of this hash.
  'GET /api/logos/[hash]': all(404),
  'POST /api/letters/stop': { json: () => ({}), ...all(404) },
  // The key of the owner belongs to no account.
  'POST /api/lessons/offline': {
    json: ({ lesson }) => ({
      owner: 'nobody',
      courseId: COURSE,
      lessonId: lesson,
      releaseId: '0198c0de-0000-7000-8000-000000000001',
      ageMs: 0,
    }),
    ...all(409),
    anonymous: 401,
  },
  // Nobody here has a passkey.
  'POST /api/account/passkey-challenge': { json: () => ({ kind: 'prove' }), ...all(409), anonymous: 401 },
  'GET /api/v1/[...rest]': all(404),
  // The API accepts only tokens, not sessions.
  'GET /api/v1/certificates': all(401),
  'GET /api/v1/cohorts': all(401),
  'GET /api/v1/cohorts/[cohort]/members': all(401),
  'GET /api/v1/openapi.json': anyone,
  'GET /api/v1/seminars': all(401),
  'GET /api/v1/seminars/[seminar]/attendance': all(401),
  'PUT /api/practice/grids': {
    json: () => ({
      caseId: GRID,
      number: 1,
      version: 0,
      releaseId: '0198c0de-0000-7000-8000-000000000001',
      fields: { act: ['made-out'] },
    }),
    ...anyone,
    anonymous: 401,
  },
  'POST /api/lessons/place': {
    json: ({ lesson }) => ({ courseId: COURSE, lessonId: lesson, block: 3 }),
    anonymous: 401,
    unconfirmed: 403,
    learner: 204,
    other: 204,
  },
}

test('every route of the site has its row', () => {
  expect([...Object.keys(MATRIX), ...Object.keys(STAFF_ROUTES)].sort()).toEqual(routes())
})

for (const [route, rowOf] of Object.entries(MATRIX)) {
  test(route, async ({ request, cast, rows, sit, login, course, library }) => {
    const [method = '', pattern = ''] = route.split(' ')
    const named = { number: cast.certificate.number, cohort: cast.measured, ...firstLesson(course) }
    const row = typeof rowOf === 'function' ? rowOf({ ...named, attempt: cast.attempt }) : rowOf
    // A form may change something, so the learner and the other person are not shared with other tests.
    const ofCast = { someone: cast[row.of ?? 'sitter'], attempt: cast.attempt }
    const atTest = async () => {
      const someone = await login({ enrolledIn: [COURSE] })
      await rows.seat(cast.measured, someone)
      await rows.beginTest(cast.measured, someone)
      return { someone, attempt: cast.attempt }
    }
    const own = method === 'GET' ? ofCast : row.atTest ? await atTest() : await sit()
    const other = method === 'GET' ? cast.reader : await login({ enrolledIn: [COURSE] })
    const powers = method === 'GET' ? cast.powers : await login({ enrolledIn: [COURSE] })
    if (method !== 'GET') {
      await rows.empower(own.someone, cast.school, ['learner'])
      await rows.empower(powers, cast.school, INSTITUTION_ROLES)
      await rows.empower(powers, null, PLATFORM_ROLES)
    }
    const of = { ...named, attempt: own.attempt }
    const address = pattern
      .replace('[locale]', 'ar')
      .replace('[...rest]', 'nothing-here')
      .replace('[course]/handout/[file]', `${PUBLIC_COURSE}/handout/poster-ar.pdf`)
      .replace('/api/courses/[course]/kept', `/api/courses/${COURSE}/kept?lang=ar`)
      .replace('[course]', COURSE)
      .replace('[lesson]', named.lesson)
      .replace('[n]', '1')
      // The POST tests begin a simulation, so the GET tests use another one.
      .replace('[case]', method === 'GET' ? 'night-report' : 'first-interview')
      .replace('[run]', '0198c0de-0000-7000-8000-000000000001')
      .replace('[step]', '1')
      .replace('[cohort]', named.cohort)
      .replace('[seminar]', cast.seminar)
      .replace('[room]', cast.running.room)
      .replace('[material]', '0198c0de-0000-7000-8000-000000000001')
      .replace('[form]', 'before')
      .replace('[number]', named.number)
      .replace('notes/[note]', `notes/${cast.note}`)
      .replace('messages/[thread]', `messages/${cast.thread}`)
      .replace('notes/[file]', 'notes/notes.md')
      .replace('[list]', '0')
      .replace('[profile]', 's-begging')
      .replace('[provision]', firstId(library.provisions))
      .replace('grid/[file]', `grid/${GRID}`)
      .replace('worksheet/[file]', `worksheet/${GRID}`)
      .replace('[file]', 'bibliography.bib')
      .replace('cases/[id]', `cases/${firstId(library.decisions)}`)
      .replace('checklists/[id]', `checklists/${firstId(library.procedureChecklists)}`)
      .replace('models/[id]', `models/${firstId(library.models)}`)
      .replace('figures/[id]', `figures/${firstId(library.figures)}`)
    const ask = (someone: Someone | null) => send(request, method, address, someone, row.form?.(of), row.json?.(of))

    expect({
      anonymous: await ask(null),
      unconfirmed: await ask(cast.unconfirmed),
      other: await ask(other),
      powers: await ask(powers),
      learner: await ask(own.someone),
    }).toEqual({
      anonymous: row.anonymous,
      unconfirmed: row.unconfirmed,
      other: row.other,
      powers: row.powers ?? row.other,
      learner: row.learner,
    })
  })
}

function firstLesson({ lessons }: Course): Pick<Of, 'lesson' | 'choice'> {
  const [first] = lessons
  const choice = first?.practice.find(({ kind }) => kind === 'single')
  if (!first || !choice) throw new Error('the course has no lesson, or no choice in its first')
  return { lesson: first.file.id, choice }
}

function firstId(entries: Readonly<Record<string, unknown>>): string {
  return Object.keys(entries)[0] ?? ''
}

async function send(
  request: APIRequestContext,
  method: string,
  address: string,
  someone: Someone | null,
  form: Record<string, string> | undefined,
  json: object | undefined,
): Promise<Answer> {
  const headers: Record<string, string> = someone ? { cookie: `session=${someone.cookie}` } : {}
  const body = json ? { data: json } : method === 'POST' ? { form: form ?? {} } : {}
  return answerOf(await request.fetch(address, { method, headers, maxRedirects: 0, ...body }))
}
