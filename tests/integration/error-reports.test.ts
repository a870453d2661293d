import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLeave } from '@/app/[locale]/(learn)/account/institutions/leave/route'
import { GET as getForm, POST as postForm } from '@/app/[locale]/(public)/report/route'
import { GET as getReport, POST as postAnswer } from '@/app/[locale]/(teach)/institutions/errors/[report]/route'
import { GET as getList } from '@/app/[locale]/(teach)/institutions/errors/route'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { exportMyData } from '@/server/account/my-data'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { releases } from '@/server/content/releases'
import { admit } from '@/server/course/admit'
import { db } from '@/server/db/client'
import { sendDue } from '@/server/mail/send-due'
import { lesson, localized, singleChoice } from '@/tests/support/course-factories'
import { examinee, publish } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

ownOutbox()

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const bodies = (words: string) => ({
  ar: `## الخطر {#danger}\n\n${words} ar`,
  fr: `## Le danger {#danger}\n\n${words} fr`,
  en: `## The danger {#danger}\n\n${words} en`,
})
const STEM = 'Que demande la question secrète'

function content(courseId: string, words: string, access: Course['file']['access'] = 'open'): Partial<Course> {
  const practice = [singleChoice({ id: 'p1', stem: localized('qualify') })]
  const bank = ['q1', 'q2', 'q3'].map((id) => singleChoice({ id, stem: localized(STEM), correct: ['a'] }))
  const { file } = smallCourse(courseId)
  return { file: { ...file, access }, lessons: [lesson({ bodies: bodies(words), practice })], bank }
}

async function published(access: Course['file']['access'] = 'open') {
  const courseId = `course-${randomUUID()}`
  await publish(courseId, 1, content(courseId, 'Le juge évalue le danger.', access))
  releases.reset() // another course has just been published
  return courseId
}

/** Publishes a second release, after the reports on the first one. */
async function publishAgain(courseId: string, words: string) {
  await publish(courseId, 2, content(courseId, words))
  releases.reset()
}

const lessonAt = (course: string) => `/courses/${course}/lessons/offence`
const params = (locale: Locale = 'fr') => ({ params: Promise.resolve({ locale }) })
const address = (query: Record<string, string>, locale: Locale = 'fr') =>
  `http://localhost:3000/${locale}/report?${new URLSearchParams(query)}`
const of = (response: Response) => ({ status: response.status, to: response.headers.get('location') })

async function open(query: Record<string, string>, locale: Locale = 'fr') {
  const response = await getForm(new Request(address(query, locale)), params(locale))
  return { ...of(response), html: await response.text() }
}

async function send(query: Record<string, string>, fields: Record<string, string> = {}, locale: Locale = 'fr') {
  const typed = { draft: randomUUID(), errorKind: 'law', errorText: 'La date est fausse.', ...fields }
  const request = new Request(address(query, locale), { method: 'POST', body: new URLSearchParams(typed) })
  const response = await postForm(request, params(locale))
  return { ...of(response), html: await response.text(), id: typed.draft }
}

const reportsOf = (courseId: string) => db().errorReport.findMany({ where: { courseId } })
const stored = (id: string) => db().errorReport.findUniqueOrThrow({ where: { id } })

describe('a report', () => {
  it('links back to its page with the part of the query that the page needs, and without secrets', async () => {
    await callAs((await insertPerson({ locale: 'fr' })).sessionId)
    const leave = '/account/institutions/leave'
    const back = '?institution=platform&token=abc'
    const { html } = await open({ page: leave, back })
    expect(html).toContain(`href="/fr${leave}?institution=platform"`)
    const link = `/fr/report?page=${leave}&amp;back=${encodeURIComponent('?institution=platform')}`
    expect(await (await getLeave(new Request(`http://localhost:3000/fr${leave}${back}`), params())).text()).toContain(
      link,
    )

    const sent = await send({ page: leave, back })
    expect(sent.status).toBe(303)
    expect((await stored(sent.id)).path).toBe(leave)
    for (const elsewhere of ['//example.ma', '?institution=//example.ma', 'javascript:alert(1)']) {
      expect((await open({ page: leave, back: elsewhere })).html).not.toContain(`href="${elsewhere}`)
    }
  })

  it('of a passage keeps its words, its hash and the release that was read', async () => {
    const course = await published()
    const her = await insertPerson({ locale: 'fr' })
    await callAs(her.sessionId)
    const page = { page: lessonAt(course), block: '1' }

    const form = await open(page)
    expect(form.status).toBe(200)
    expect(form.html).toContain('Le juge évalue le danger. fr')
    expect(form.html).toContain(t('errorReport.answered'))
    const sent = await send(page)

    expect(sent).toMatchObject({ status: 303 })
    expect(await stored(sent.id)).toMatchObject({
      accountId: her.accountId,
      locale: 'fr',
      place: 'lesson',
      path: lessonAt(course),
      courseId: course,
      lessonId: 'offence',
      part: '1',
      passage: 'Le juge évalue le danger. fr',
      passageHash: expect.stringMatching(/^[0-9a-f]{32}$/),
      releaseId: expect.any(String),
      kind: 'law',
      text: 'La date est fausse.',
      outcome: null,
    })
    expect((await open({ ...page, sent: '1' })).html).toContain(t('errorReport.sent'))
  })

  it('of a lesson lets the passage be chosen', async () => {
    const course = await published()
    await callAs(null)

    expect((await open({ page: lessonAt(course) })).html).toContain('<option value="1">Le juge évalue')
    const chosen = await send({ page: lessonAt(course) }, { block: '1' })
    const whole = await send({ page: lessonAt(course) }, { block: '' })

    expect(await stored(chosen.id)).toMatchObject({ part: '1', passage: 'Le juge évalue le danger. fr' })
    expect(await stored(whole.id)).toMatchObject({ part: null, passage: null, lessonId: 'offence' })
    expect((await send({ page: lessonAt(course) }, { block: '99' })).status).toBe(404)
    const section = (await open({ page: lessonAt(course), section: '0' })).html
    expect(section.match(/<option value="\d+">/g)).toEqual(['<option value="0">', '<option value="1">'])
    expect((await open({ page: lessonAt(course), section: '99' })).status).toBe(404)
  })

  it('of a practice question, an entry of the library and a page needs no account', async () => {
    const course = await published()
    await callAs(null)

    const question = await send({ page: lessonAt(course), question: 'p1' }, {}, 'en')
    const entry = await send({ page: '/library/law/cp-448-1' })
    const page = await send({ page: `/courses/${course}` })

    expect(await stored(question.id)).toMatchObject({ place: 'practice', part: 'p1', accountId: null, locale: 'en' })
    expect(await stored(page.id)).toMatchObject({ place: 'page', courseId: course, releaseId: null, passage: null })
    expect(entry.status).toBe(303)
    expect(await stored(entry.id)).toMatchObject({
      place: 'entry',
      part: 'cp-448-1',
      passage: expect.stringContaining('traite des êtres humains'),
      passageHash: expect.stringMatching(/^[0-9a-f]{16,}$/),
    })
    expect((await open({ page: '/about' })).html).toContain('/fr/sign-in?next=')
  })

  it('that is sent twice is stored once', async () => {
    const course = await published()
    await callAs(null)
    const draft = randomUUID()

    const answers = await Promise.all([1, 2].map(() => send({ page: lessonAt(course) }, { draft })))

    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await reportsOf(course)).toHaveLength(1)
  })

  it('that is sent again with other words is stored as another one', async () => {
    const course = await published()
    await callAs(null)
    const draft = randomUUID()

    for (const errorText of ['La date est fausse.', 'Le montant aussi.']) {
      await send({ page: lessonAt(course) }, { draft, errorText })
    }

    expect((await reportsOf(course)).map(({ text }) => text).toSorted()).toEqual([
      'La date est fausse.',
      'Le montant aussi.',
    ])
  })

  it.each([
    [{ errorText: '' }, 'required'],
    [{ errorText: 'x'.repeat(1001) }, 'too-long'],
    [{ errorKind: 'nothing' }, 'choose'],
  ] as const)('comes back with what was typed: %o', async (fields, problem) => {
    await callAs(null)
    const { status, html } = await send({ page: '/about' }, fields)

    expect(status).toBe(400)
    expect(html).toContain(t(`fields.problems.${problem}`, { max: 1000 }))
    expect(html).toContain('errorKind' in fields ? 'La date est fausse.' : '<option value="law" selected')
  })

  it('stores markup as text, and several lines as one', async () => {
    await callAs(null)
    const { id } = await send({ page: '/about' }, { errorText: '<b>un</b>\r\ndeux' })

    expect((await stored(id)).text).toBe('<b>un</b> deux')
  })

  it.each([
    [{}],
    [{ page: 'https://example.ma' }],
    [{ page: '/courses/no-such-course/lessons/offence', block: '1' }],
    [{ page: '/courses/no-such-course/exam/result', attempt: '1', n: '1' }],
  ] as Record<string, string>[][])('about nothing that exists is refused: %o', async (query = {}) => {
    await callAs(null)
    expect((await open(query)).status).toBe(404)
    expect((await send(query)).status).toBe(404)
  })

  it.each(['/courses/no-such-course/lessons/offence', '/library/law/no-such-law', '/no-such-page'])(
    'about the unknown page %s keeps only its address',
    async (page) => {
      await callAs(null)

      const { id } = await send({ page })

      expect(await stored(id)).toMatchObject({ place: 'page', path: page, courseId: null, part: null, passage: null })
    },
  )

  it('without a valid id of its draft is refused', async () => {
    await callAs(null)
    expect((await send({ page: '/about' }, { draft: 'x' })).status).toBe(400)
  })

  it('of a closed course is for those who may read it', async () => {
    const course = await published('closed')
    const her = await insertPerson()
    const passage = { page: lessonAt(course), block: '1' }
    await callAs(null)
    expect([(await open(passage)).status, (await send(passage)).to]).toEqual([303, expect.stringMatching(/sign-in/)])
    await callAs(her.sessionId)
    expect([(await open(passage)).status, (await send(passage)).status]).toEqual([403, 403])
    expect(await reportsOf(course)).toEqual([])
    const { id } = await send({ page: lessonAt(course) })
    expect(await stored(id)).toMatchObject({ place: 'page', courseId: course, lessonId: null, passage: null })

    await admit(permitFor({ kind: 'operator' }, 'course:admit', { email: her.email, courseId: course }))

    expect((await send(passage)).status).toBe(303)
  })

  it('is rate-limited', async () => {
    const her = await insertPerson()
    await callAs(her.sessionId)
    const many = LIMITS['report-error'].hits
    for (let sent = 0; sent < many; sent++) expect((await send({ page: '/about' })).status).toBe(303)

    const { status, html } = await send({ page: '/about' }, { errorText: 'Une de trop.' })

    expect(status).toBe(429)
    expect(html).toContain('Une de trop.')
    expect(await db().errorReport.count({ where: { accountId: her.accountId } })).toBe(many)
  })

  it('stays without a person when the account is deleted', async () => {
    const course = await published()
    const her = await insertPerson()
    await callAs(her.sessionId)
    const { id } = await send({ page: lessonAt(course) })

    await deleteAccount(mayChange(her), PASSWORD, { address: '192.0.2.77', now: new Date() })

    expect(await stored(id)).toMatchObject({ accountId: null, text: 'La date est fausse.' })
  })
})

/** A learner in an exam whose questions contain `STEM`, which must not leak. */
async function inExam() {
  const her = await examinee()
  const { content: course } = await db().release.findUniqueOrThrow({ where: { id: her.releaseId } })
  const bank = (course as unknown as Course).bank.map((question) => ({ ...question, stem: localized(STEM) }))
  await db().release.update({ where: { id: her.releaseId }, data: { content: { ...(course as object), bank } } })
  releases.reset()
  await her.start()
  await callAs(her.sessionId)
  return { ...her, question: { page: `/courses/${her.courseId}/exam/1` } }
}

describe('a question of an exam', () => {
  it('can be reported while the attempt is open, and its words are on no page that she sees', async () => {
    const her = await inExam()

    const form = await open(her.question)
    expect(form.status).toBe(200)
    expect(form.html).toContain(t('errorReport.duringExam'))
    expect(form.html).not.toContain(STEM)
    const { id, to } = await send(her.question)

    const [first] = await her.questions()
    expect(await stored(id)).toMatchObject({ place: 'exam', part: first?.questionId, passage: null })
    expect(to).not.toContain(first?.questionId)
    const { ErrorReport } = await exportMyData(mayRead(her))
    expect(JSON.stringify(ErrorReport)).toContain('La date est fausse.')
    expect(JSON.stringify(ErrorReport)).not.toMatch(/passageHash|secr/)
  })

  it('is reported from the result too, by its place in her own attempt', async () => {
    const her = await inExam()
    await her.handIn()
    const result = { page: `/courses/${her.courseId}/exam/result`, attempt: '1', n: '2' }

    expect((await open(result)).html).not.toContain(STEM)
    const { id } = await send(result)

    expect(await stored(id)).toMatchObject({ part: (await her.questions())[1]?.questionId })
  })

  it('is refused if it belongs to another person or does not exist', async () => {
    const her = await inExam()
    const result = `/courses/${her.courseId}/exam/result`
    expect((await send({ page: result, attempt: '1', n: '9' })).status).toBe(404)
    expect((await send({ page: result, attempt: '7', n: '1' })).status).toBe(404)

    const other = await insertPerson()
    await callAs(other.sessionId)
    const hers = { page: result, attempt: '1', n: '1' }
    expect([(await open(hers)).status, (await send(hers)).status]).toEqual([403, 403])
    await callAs(null)
    expect((await send(hers)).to).toContain('/fr/sign-in')
    expect(await reportsOf(her.courseId)).toEqual([])
    // Another person can report only the address of this page, without the question.
    const { id } = await send(her.question)
    expect(await stored(id)).toMatchObject({ place: 'page', part: null, passageHash: null })
  })
})

const staffParams = (report: string) => ({ params: Promise.resolve({ locale: 'fr', report }) })
const staffAddress = (rest = '') => `http://localhost:3000/fr/institutions/errors${rest}`

async function list(query = '') {
  const response = await getList(new Request(staffAddress(query)), params())
  return { ...of(response), html: await response.text() }
}
async function read(id: string) {
  const response = await getReport(new Request(staffAddress(`/${id}`)), staffParams(id))
  return { ...of(response), html: await response.text() }
}
async function answer(id: string, fields: Record<string, string> = {}, same: readonly string[] = []) {
  const typed = { seen: '', outcome: 'corrected', errorAnswer: 'La date est rectifiée.', ...fields }
  const body = new URLSearchParams([...Object.entries(typed), ...same.map((each) => ['same', each])])
  const response = await postAnswer(new Request(staffAddress(`/${id}`), { method: 'POST', body }), staffParams(id))
  return { ...of(response), html: await response.text() }
}
const lettersTo = (email: string) => db().mail.findMany({ where: { to: email, kind: 'errorAnswered' } })
const platform = () => insertStaff('platform-administrator', null)

/** Makes a new person report a passage. @returns the person, and the id of the report. */
async function reported(course: string, locale: Locale = 'fr') {
  const her = await insertPerson({ locale })
  await callAs(her.sessionId)
  const { id } = await send({ page: lessonAt(course), block: '1' }, {}, locale)
  return { ...her, id }
}

describe('the list of the platform', () => {
  it('is open to its administrators alone', async () => {
    const { id } = await reported(await published())
    const school = await makeInstitution('school')
    const refused = [
      await insertPerson(),
      await insertStaff('support', null),
      await insertStaff('administrator', school),
      await insertStaff('tutor', school),
    ]
    for (const person of refused) {
      await callAs(person.sessionId)
      expect([(await list()).status, (await read(id)).status, (await answer(id)).status]).toEqual([403, 403, 403])
    }

    await callAs((await platform()).sessionId)

    expect([(await list()).status, (await read(id)).status]).toEqual([200, 200])
    expect([(await read('x')).status, (await read(randomUUID())).status]).toEqual([404, 404])
  })

  it('is narrowed by state and by course', async () => {
    const [course, other] = [await published(), await published()]
    const [one, two] = [await reported(course), await reported(other)]
    await callAs((await platform()).sessionId)

    expect((await list(`?course=${course}`)).html).toContain(one.id)
    expect((await list(`?course=${course}`)).html).not.toContain(two.id)
    await answer(one.id)

    expect((await list(`?course=${course}`)).html).not.toContain(one.id)
    expect((await list(`?course=${course}&state=answered`)).html).toContain(one.id)
    expect((await list(`?course=${course}&state=all`)).html).toContain(one.id)
    expect((await list('?state=nonsense&page=-4')).status).toBe(200)
  })

  it('shows the passage as it was and as it is now, but not who reported it', async () => {
    const course = await published()
    const her = await reported(course)
    await callAs((await platform()).sessionId)

    const before = (await read(her.id)).html
    expect(before).toContain('Le juge évalue le danger. fr')
    expect(before).toContain(t('errorReport.compared.same'))
    expect(before).not.toContain(her.email)
    expect(before).not.toContain('Fatima Alaoui')
    await publishAgain(course, 'Le juge mesure le risque.')

    const after = (await read(her.id)).html
    expect(after).toContain(t('errorReport.compared.changed'))
    expect(after).toContain('Le juge évalue le danger. fr')
    expect(after).toContain('Le juge mesure le risque. fr')
  })

  it('shows what a question asks, and never its key', async () => {
    const her = await inExam()
    const { id } = await send(her.question)
    await callAs((await platform()).sessionId)

    const { html } = await read(id)

    expect(html).toContain(STEM)
    expect(html).toContain(t('errorReport.waits'))
    for (const secret of ['comment', 'explanation', 'correct']) expect(html).not.toContain(`texte ${secret}`)
    expect(html).not.toContain('name="errorAnswer"')
  })
})

describe('the answer', () => {
  it('goes to the reader by one letter in her language, and is noted in the log without her name', async () => {
    const her = await reported(await published(), 'en')
    const staff = await platform()
    await callAs(staff.sessionId)

    const answers = await Promise.all([answer(her.id), answer(her.id)])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const letters = await lettersTo(her.email)
    expect(letters).toHaveLength(1)
    // A long queue of letters to others must not delay the answer to the request.
    expect(letters[0]).toMatchObject({ accountId: her.accountId, state: 'waiting' })
    await sendDue()
    const [letter] = mailTo(her.email)
    expect(letter).toContain(translator('en')('mail.errorAnswered.outcomes.corrected'))
    expect(letter).toContain('La date est rectifiée.')
    expect(letter).toMatch(/\/en\/courses\/[\w-]+\/lessons\/offence#b1$/m)
    expect(await stored(her.id)).toMatchObject({ outcome: 'corrected', answeredById: staff.accountId })
    const acts = await db().auditEntry.findMany({ where: { act: 'error-answered', actorId: staff.accountId } })
    expect(acts).toMatchObject([{ subjectId: null, details: { report: her.id, outcome: 'corrected' } }])
    expect((await read(her.id)).html).not.toContain('name="errorAnswer"')
  })

  it('must say something', async () => {
    const her = await reported(await published())
    await callAs((await platform()).sessionId)

    const { status, html } = await answer(her.id, { errorAnswer: '', outcome: 'no-error' })

    expect(status).toBe(400)
    expect(html).toContain('value="no-error" selected')
    expect(await lettersTo(her.email)).toEqual([])
  })

  it('that promises a check leaves the report open for a final answer', async () => {
    const her = await reported(await published())
    await callAs((await platform()).sessionId)

    expect((await answer(her.id, { outcome: 'will-check' })).status).toBe(303)
    expect((await answer(her.id, { outcome: 'will-check' })).status).toBe(409)
    expect((await list('?state=open')).html).toContain(her.id)
    expect((await answer(her.id, { seen: 'will-check' })).status).toBe(303)

    expect(await lettersTo(her.email)).toHaveLength(2)
  })

  it('closes the reports about the same passage that are ticked, and no other', async () => {
    const course = await published()
    const [one, two, three] = [await reported(course), await reported(course), await reported(course)]
    const elsewhere = await reported(await published())
    await callAs((await platform()).sessionId)
    expect((await read(one.id)).html).toContain(`value="${two.id}"`)

    await answer(one.id, {}, [two.id, elsewhere.id])

    expect(await stored(two.id)).toMatchObject({ outcome: 'corrected', sameAsId: one.id })
    expect([(await stored(three.id)).outcome, (await stored(elsewhere.id)).outcome]).toEqual([null, null])
    expect([(await lettersTo(two.email)).length, (await lettersTo(three.email)).length]).toEqual([1, 0])
    expect((await read(two.id)).html).toContain(`/fr/institutions/errors/${one.id}`)
  })

  it('about a question waits until the exam is handed in, and never quotes it', async () => {
    const her = await inExam()
    const { id } = await send(her.question)
    const staff = await platform()
    await callAs(staff.sessionId)

    expect((await answer(id)).status).toBe(409)
    expect([(await stored(id)).outcome, (await lettersTo(her.email)).length]).toEqual([null, 0])
    await her.handIn()

    expect((await answer(id)).status).toBe(303)
    await sendDue()
    expect(mailTo(her.email)).toEqual([expect.stringMatching(new RegExp(`/ar/courses/${her.courseId}$`, 'm'))])
    expect(mailTo(her.email).join()).not.toContain(STEM)
  })

  it('to an anonymous report is kept without a letter', async () => {
    await callAs(null)
    const { id } = await send({ page: '/about' })
    await callAs((await platform()).sessionId)
    const before = await db().mail.count({ where: { kind: 'errorAnswered' } })

    expect((await read(id)).html).toContain(t('errorReport.noLetter'))
    expect((await answer(id)).status).toBe(303)

    expect(await db().mail.count({ where: { kind: 'errorAnswered' } })).toBe(before)
  })
})
