import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getKeptLesson } from '@/app/[locale]/(learn)/courses/[course]/kept/[lesson]/route'
import { GET as getKeptCourse } from '@/app/[locale]/(learn)/courses/[course]/kept/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { GET as getKeptBrief } from '@/app/[locale]/(public)/library/briefs/[id]/kept/route'
import { GET as getOffline } from '@/app/[locale]/(public)/offline/route'
import { GET as getKeptWorksheet } from '@/app/[locale]/(public)/practice/worksheet/kept/route'
import { GET as getOwner } from '@/app/api/account/owner/route'
import { GET as getCopy } from '@/app/api/courses/[course]/kept/route'
import { POST as postAct } from '@/app/api/lessons/offline/route'
import type { Course } from '@/domain/course/course'
import { courseSchema } from '@/domain/course/course'
import { KEPT_WORKSHEET_PATH, type KeptCopy } from '@/domain/course/kept/kept-copy'
import { LOCALES, type Locale, type Localized } from '@/domain/locale'
import { kindOf } from '@/domain/question/kinds/kinds'
import type { QuestionKey } from '@/domain/question/question'
import { formatDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { singleChoice } from '@/tests/support/course-factories'
import { NOW } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { shippedContent } from '@/tests/support/shipped-content'

const HERE = 'http://localhost:3000'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

type Made = { access?: Course['file']['access']; stem?: string; courseId?: string; number?: number }

/** A course of one lesson with two questions, whose right answer is `a`. */
async function publish({ access = 'open', stem, courseId = `course-${randomUUID()}`, number = 1 }: Made = {}) {
  const small = smallCourse(courseId)
  const p1 = singleChoice({ id: 'p1' })
  const asked = stem === undefined ? p1 : { ...p1, stem: { ar: stem, fr: stem, en: stem } }
  const content = courseSchema.parse({
    ...small,
    file: { ...small.file, access, complete: ['reach-end', 'answer-practice'] },
    lessons: small.lessons.map((lesson) => ({
      ...lesson,
      bodies: { ar: QUIZZES, fr: QUIZZES, en: QUIZZES },
      practice: [asked, singleChoice({ id: 'p2' })],
    })),
  })
  const row = { courseId, number, contentHash: `${courseId} ${number}`, lawDate: NOW, languages: ['ar'], content }
  const { id: releaseId } = await db().release.create({ data: row })
  releases.reset() // another course has just been published
  return { courseId, releaseId }
}
const QUIZZES = 'Un texte.\n\n::quiz{id="p1"}\n\n::quiz{id="p2"}\n'

const placeOf = (locale: string, course: string, lesson: string) => ({
  params: Promise.resolve({ locale, course, lesson }),
})
const get = (at: string) => new Request(`${HERE}${at}`)

async function copyOf(course: string, locale: Locale = 'fr') {
  const response = await getCopy(get(`/api/courses/${course}/kept?lang=${locale}`), placeOf(locale, course, ''))
  return { status: response.status, copy: (await response.json()) as KeptCopy }
}

/** What the site answers at an address of a copy. */
async function fetchKept(href: string): Promise<Buffer> {
  const [, locale = '', , course = '', , lesson] = href.split('/')
  if (/^\/(assets|fonts)\//.test(href)) return readFileSync(path.join('public', href))
  const props = placeOf(locale, course, lesson ?? '')
  const brief = /\/briefs\/([a-z0-9-]+)\/kept$/.exec(href)?.[1]
  if (brief) {
    const params = Promise.resolve({ locale, id: brief })
    return Buffer.from(await (await getKeptBrief(get(href), { params })).text())
  }
  if (href.endsWith(KEPT_WORKSHEET_PATH)) return Buffer.from(await (await getKeptWorksheet(get(href), props)).text())
  const handler = course === '' ? getOffline : lesson ? getKeptLesson : getKeptCourse
  return Buffer.from(await (await handler(get(href), props)).text())
}

describe('a copy', () => {
  it('consists, byte for byte, of the files that its list names, and is the same for everybody', async () => {
    const { courseId } = await publish()
    const { accountId, sessionId } = await insertPerson()
    await callAs(null)
    const { copy } = await copyOf(courseId)
    await callAs(sessionId)
    expect((await copyOf(courseId)).copy).toEqual(copy)

    expect(copy.files.map(({ href }) => href)).toEqual(
      expect.arrayContaining([
        `/fr/courses/${courseId}/kept`,
        `/fr/courses/${courseId}/kept/offence`,
        '/fr/practice/worksheet/kept',
        ...LOCALES.map((locale) => `/${locale}/offline`),
        '/fonts/naskh-ar.woff2',
      ]),
    )
    expect(copy.lessons).toEqual([{ href: `/fr/courses/${courseId}/kept/offence`, title: expect.any(String) }])
    for (const { href, sha256, bytes } of copy.files) {
      const content = await fetchKept(href)
      expect([href, createHash('sha256').update(content).digest('hex'), content.byteLength]).toEqual([
        href,
        sha256,
        bytes,
      ])
      expect(content.includes(accountId), href).toBe(false)
    }
  })

  it('has everything that its pages load', async () => {
    const { courseId } = await publish()
    await callAs(null)
    const { copy } = await copyOf(courseId)
    const has = new Set(copy.files.map(({ href }) => href))
    for (const { href } of copy.files.filter((file) => file.href.startsWith('/fr/'))) {
      const html = (await fetchKept(href)).toString()
      const loaded = [...html.matchAll(/(?:src|href)="(\/(?:assets|fonts)\/[^"]+)"/g)].map(([, at = '']) => at)
      expect(loaded.length).toBeGreaterThan(4)
      expect(loaded.filter((at) => !has.has(at))).toEqual([])
    }
  })

  it('contains the briefs on what the course teaches, byte for byte, and leads to them', async () => {
    const { courseId } = await publish({ courseId: 'trial' })
    await callAs(null)
    const { copy } = await copyOf(courseId)
    const briefs = copy.files.filter(({ href }) => href.startsWith('/fr/library/briefs/'))

    expect(briefs.map(({ href }) => href)).toContain('/fr/library/briefs/custody/kept')
    expect(briefs.map(({ href }) => href)).not.toContain('/fr/library/briefs/failure-to-report/kept')
    const list = (await fetchKept('/fr/courses/trial/kept')).toString()
    for (const { href, sha256 } of briefs) {
      expect(
        createHash('sha256')
          .update(await fetchKept(href))
          .digest('hex'),
        href,
      ).toBe(sha256)
      expect(list).toContain(`href="${href}"`)
    }
  })

  it('names its day on each of its pages', async () => {
    const { courseId } = await publish()
    await callAs(null)
    const { copy } = await copyOf(courseId)
    const pages = copy.files.map(({ href }) => href).filter((href) => href.startsWith('/fr/') && href.includes('/kept'))
    expect(pages).toHaveLength(3)
    const now = Date.UTC(2027, 2, 9, 12)
    vi.useFakeTimers({ now, toFake: ['Date'] })
    const shown = await Promise.all(pages.map(async (href) => (await fetchKept(href)).toString()))
    vi.useRealTimers()
    for (const html of shown)
      expect(html).toContain(translator('fr')('kept.copyOf', { day: formatDate(new Date(now), 'fr') }))
  })

  it('is another version with another release, and the same version on another day', async () => {
    const { courseId } = await publish()
    await callAs(null)
    const { copy: first } = await copyOf(courseId)
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] })
    const { copy: nextDay } = await copyOf(courseId)
    vi.useRealTimers()
    expect([nextDay.version, nextDay.says === first.says]).toEqual([first.version, false])

    await publish({ courseId, number: 2, stem: 'Une autre question ?' })
    expect((await copyOf(courseId)).copy.version).not.toBe(first.version)
  })

  it('is refused for a closed course, even to its members, and for an unknown course', async () => {
    const { courseId, releaseId } = await publish({ access: 'closed' })
    const { accountId, sessionId } = await insertPerson()
    await db().enrolment.create({ data: { accountId, courseId, releaseId, admitted: true } })
    const answers = async () => [
      (await copyOf(courseId)).status,
      (await getKeptCourse(get('/fr/x'), placeOf('fr', courseId, ''))).status,
      (await getKeptLesson(get('/fr/x'), placeOf('fr', courseId, 'offence'))).status,
    ]
    await callAs(null)
    expect(await answers()).toEqual([401, 303, 303])
    await callAs(sessionId)
    expect(await answers()).toEqual([404, 404, 404])
    expect((await copyOf('nothing')).status).toBe(404)
    expect((await getCopy(get('/api/courses/x/kept'), placeOf('fr', 'x', ''))).status).toBe(400)
  })
})

it('offers a copy on the page of a course that is not closed, hidden until its script can make one', async () => {
  await callAs(null)
  const pageOf = async (access: Made['access']) => {
    const { courseId } = await publish({ access })
    return (await getCourse(get(`/fr/courses/${courseId}`), placeOf('fr', courseId, ''))).text()
  }
  for (const access of ['open', 'public'] as const) {
    const html = await pageOf(access)
    expect(html).toMatch(/<section class="keep [^>]*data-keep="[^"]+" hidden="">/)
    expect(html).toMatch(/assets\/keep-/)
  }
  expect(await pageOf('closed')).not.toMatch(/data-keep|assets\/keep-/)
})

it('says until when the copy stays: to whoever is signed in until signing out, to others until they remove it', async () => {
  const { courseId } = await publish({ access: 'public' })
  const page = async () => (await getCourse(get(`/fr/courses/${courseId}`), placeOf('fr', courseId, ''))).text()
  const [signOut, removed] = [translator('fr')('kept.untilSignOut'), translator('fr')('kept.untilRemoved')]
  await callAs(null)
  const anonymous = await page()
  expect([anonymous.includes(removed), anonymous.includes(signOut)]).toEqual([true, false])
  await callAs((await insertPerson()).sessionId)
  const signedIn = await page()
  expect([signedIn.includes(removed), signedIn.includes(signOut)]).toEqual([false, true])
})

describe('every lesson of the courses as it is kept', () => {
  const open = shippedContent().courses.filter(({ file }) => file.access !== 'closed')

  it.each(open.map((course) => [course.file.id, course] as const))(
    'holds no key and no person (%s)',
    async (id, shipped) => {
      const courseId = `${id}-${randomUUID()}`
      const content = { ...shipped, file: { ...shipped.file, id: courseId } }
      const row = { courseId, number: 1, contentHash: courseId, lawDate: NOW, languages: ['ar'], content }
      const { id: releaseId } = await db().release.create({ data: row })
      releases.reset()
      const { accountId, sessionId } = await insertPerson()
      const person = await db().account.findUniqueOrThrow({ where: { id: accountId } })
      const { id: enrolmentId } = await db().enrolment.create({ data: { accountId, courseId, releaseId } })
      await callAs(sessionId)
      let shownOnSite = 0
      for (const { file, practice } of shipped.lessons) {
        for (const question of practice) {
          const answer = kindOf(question).mistake(question as never, ([first]) => first as never)
          await db().practiceAnswer.create({ data: { enrolmentId, questionId: question.id, answer, releaseId } })
        }
        const place = placeOf('fr', courseId, file.id)
        const onSite = letters(await (await getLesson(get(`/fr/courses/${courseId}/lessons/${file.id}`), place)).text())
        shownOnSite += practice
          .flatMap((question) => keysOf(question, 'fr'))
          .filter((key) => onSite.includes(key)).length
        for (const locale of LOCALES) {
          const html = (await fetchKept(`/${locale}/courses/${courseId}/kept/${file.id}`)).toString()
          const shown = letters(html)
          expect(practice.flatMap((question) => keysOf(question, locale)).filter((key) => shown.includes(key))).toEqual(
            [],
          )
          const names = [person.email, person.nameLatin, person.nameArabic, accountId, sessionId]
          expect(names.filter((name) => html.includes(name))).toEqual([])
          expect(html).toContain('id="lesson-end"')
          expect(html).not.toMatch(
            /data-feedback|data-track|\/account|\/sign-in|\/exam|<video|checked=""|\/report|bookmark|\/notes?\b/,
          )
        }
      }
      // The page of the site does show them after an answer, so this search would have found them in the copy too.
      expect(shownOnSite).toBeGreaterThan(0)
    },
    60_000,
  )
})

/** The texts that reveal the right answer: the explanation of the question, and the feedback of its options. */
function keysOf(question: QuestionKey, locale: Locale): string[] {
  const options = 'options' in question ? question.options : []
  const said = options.flatMap((option) => ('feedback' in option ? [option.feedback as Localized | undefined] : []))
  return [question.explanation, ...said]
    .flatMap((text) => (text ? [letters(text[locale])] : []))
    .filter((text) => text.length > 30)
}

/** The letters of a text without its marks, or of a document without its tags. */
function letters(text: string): string {
  return text
    .replaceAll(/<[^>]*>|&#?\w+;/g, '')
    .replaceAll(/:\w+\[([^\]]*)\](\{[^}]*\})?/g, '$1')
    .replaceAll(/[^\p{L}]/gu, '')
}

/** A learner of a new course, and the requests of her device. */
async function learner({ enrolled = true, access = 'open' as Made['access'] } = {}) {
  const { courseId, releaseId } = await publish({ access })
  const { accountId, sessionId } = await insertPerson()
  if (enrolled) await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  await callAs(sessionId)
  const { owner } = await (await getOwner(get('/api/account/owner'))).json()
  const send = async (more: object = {}) => {
    const act = { owner, courseId, lessonId: 'offence', releaseId, ageMs: 0, ...more }
    const request = new Request(`${HERE}/api/lessons/offline`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    })
    const response = await postAct(request)
    const { outcome, code } = await response.json()
    return outcome ?? `${response.status} ${code}`
  }
  return {
    accountId,
    sessionId,
    owner,
    courseId,
    releaseId,
    send,
    answer: (questionId: string, option: string, more = {}) =>
      send({ practice: { questionId, answer: [option] }, ...more }),
    answers: () =>
      db().practiceAnswer.findMany({ where: { enrolment: { accountId } }, orderBy: { questionId: 'asc' } }),
    state: () => db().lessonState.findFirst({ where: { enrolment: { accountId } } }),
  }
}
const HOUR = 3_600_000

describe('what was done in a kept lesson', () => {
  it('is stored once, with the time at which it was done', async () => {
    const her = await learner()
    expect(await her.answer('p1', 'a', { ageMs: 2 * HOUR })).toBe('saved')
    const [first] = await her.answers()
    expect(Date.now() - (first?.answeredAt.getTime() ?? 0)).toBeGreaterThan(HOUR)
    expect(first).toMatchObject({ questionId: 'p1', answer: ['a'], releaseId: her.releaseId })
    // It is sent again by another tab, or because the response to the first request was lost.
    await her.answer('p1', 'a', { ageMs: 2 * HOUR })
    expect(await her.answers()).toHaveLength(1)
  })

  it('counts as received if only the reply to the first sending was lost, and the second was faster or slower', async () => {
    const her = await learner()
    expect(await her.answer('p1', 'a', { ageMs: HOUR })).toBe('saved')
    for (const delay of [1000, -1000, 60_000]) {
      expect(await her.answer('p1', 'a', { ageMs: HOUR + delay })).toBe('saved')
    }
    expect(await her.answer('p1', 'b', { ageMs: HOUR + 60_000 })).toBe('stale')
    expect(await her.answer('p1', 'a', { ageMs: HOUR + 300_000 })).toBe('stale')
    expect(await her.answers()).toMatchObject([{ answer: ['a'] }])
  })

  it('does not overwrite what was answered since', async () => {
    const her = await learner()
    await her.answer('p1', 'b')
    expect(await her.answer('p1', 'a', { ageMs: HOUR })).toBe('stale')
    expect((await her.answers())[0]?.answer).toEqual(['b'])
  })

  it('completes the lesson if its conditions are met, with the day on which it arrives', async () => {
    const her = await learner()
    expect(await her.send({ ageMs: HOUR })).toBe('unfinished')
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')
    expect(await her.send({ ageMs: HOUR })).toBe('saved')
    const before = await her.state()
    expect(Date.now() - (before?.completedAt?.getTime() ?? 0)).toBeLessThan(HOUR / 2)
    expect(await her.send({ ageMs: HOUR })).toBe('saved')
    expect((await her.state())?.completedAt).toEqual(before?.completedAt)
  })

  it('does not complete again what she has taken back since', async () => {
    const her = await learner()
    await her.answer('p1', 'a')
    await her.answer('p2', 'b')
    await her.send()
    await db().lessonState.updateMany({
      where: { enrolment: { accountId: her.accountId } },
      data: { completedAt: null, takenBackAt: new Date() },
    })
    expect(await her.send({ ageMs: HOUR })).toBe('stale')
    expect((await her.state())?.completedAt).toBeNull()
  })

  it('enrols a person who was not enrolled, unless the course is public', async () => {
    const her = await learner({ enrolled: false })
    expect(await her.answer('p1', 'a')).toBe('saved')
    expect(await her.answers()).toHaveLength(1)

    const reader = await learner({ enrolled: false, access: 'public' })
    expect(await reader.answer('p1', 'a')).toBe('unkept')
    expect(await db().enrolment.count({ where: { accountId: reader.accountId } })).toBe(0)
  })

  it('is accepted from a copy of an older release only if the question is the same', async () => {
    const her = await learner({ enrolled: false })
    const { courseId } = her
    await publish({ courseId, number: 2, stem: 'Une autre question ?' })
    expect(await her.answer('p1', 'a')).toBe('changed')
    expect(await her.answer('p2', 'a')).toBe('saved')
    expect(await her.send({ lessonId: 'gone' })).toBe('changed')
    expect(await her.answer('p2', 'b', { releaseId: randomUUID() })).toBe('changed')
    // A release of another course is refused too.
    expect(await her.answer('p2', 'b', { releaseId: (await publish()).releaseId })).toBe('changed')
  })

  it('is not accepted from another person, and waits until the learner has signed in', async () => {
    const her = await learner()
    const other = await insertPerson()
    await callAs(other.sessionId)
    expect(await her.answer('p1', 'a')).toBe('409 conflict')
    expect(await db().practiceAnswer.count({ where: { enrolment: { accountId: other.accountId } } })).toBe(0)
    await callAs(null)
    expect(await her.answer('p1', 'a')).toBe('401 sign-in-required')
    expect(await (await getOwner(get('/api/account/owner'))).json()).toEqual({ owner: null })
    await callAs(her.sessionId)
    expect(await her.answer('p1', 'a')).toBe('saved')
  })

  it('is tied to its account by a key that differs from that of another account', async () => {
    const her = await learner()
    const other = await learner()
    expect(her.owner).toMatch(/^[\w-]{22}$/)
    expect(other.owner).not.toBe(her.owner)
    await callAs(her.sessionId)
    expect((await (await getOwner(get('/api/account/owner'))).json()).owner).toBe(her.owner)
  })

  it.each([
    [{ practice: { questionId: 'p1', answer: ['z'] } }, '400 invalid-input'],
    [{ practice: { questionId: 'p9', answer: ['a'] } }, 'changed'],
    [{ ageMs: -1 }, '400 invalid-input'],
    [{ courseId: '../x' }, '400 invalid-input'],
    [{ courseId: 'none' }, '404 not-found'],
    [{ name: 'x' }, '400 invalid-input'],
  ])('is refused if it makes no sense: %j', async (wrong, told) => {
    expect(await (await learner()).send(wrong)).toBe(told)
  })
})
