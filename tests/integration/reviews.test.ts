import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getResult } from '@/app/[locale]/(learn)/courses/[course]/exam/result/route'
import { GET as getLinked, POST as postLinked } from '@/app/[locale]/(learn)/learning/review/question/route'
import { GET, POST } from '@/app/[locale]/(learn)/learning/review/route'
import { GET as getSettings, POST as postSettings } from '@/app/[locale]/(learn)/learning/review/settings/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getEarlier, POST as postEarlier } from '@/app/[locale]/(review)/review/question/route'
import { dayOf, nextDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { reviewEntries } from '@/server/calendar/review-entries'
import { library } from '@/server/content/library'
import { forgetNewestReleases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { askedTurn, judgedTurn } from '@/server/review/answer-review'
import { beginReview } from '@/server/review/change-plan'
import { myReview, myReviewDays } from '@/server/review/my-review'
import { reviewLink } from '@/server/review/review-link'
import { libraryWith, ordering, provision, textVersion } from '@/tests/support/course-factories'
import { examinee, publish, WRONG } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayChange, mayRead } from '@/tests/support/people'
import { dueNow, passed, reviewer } from '@/tests/support/reviews'
import { secondForms } from '@/tests/support/second-forms'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const SITE = 'http://localhost:3000'
const t = translator('fr')
const today = dayOf(new Date())
const of = { params: Promise.resolve({ locale: 'fr' }) }
const post = (path: string, fields: Record<string, string>) =>
  new Request(`${SITE}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: SITE } })

const review = async (query = '') => (await GET(new Request(`${SITE}/fr/learning/review${query}`), of)).text()
const settings = async () => (await getSettings(new Request(`${SITE}/fr/learning/review/settings`), of)).text()
const change = (fields: Record<string, string>) => postSettings(post('/fr/learning/review/settings', fields), of)
const learning = async () => (await getLearning(new Request(`${SITE}/fr/learning`), of)).text()
const linked = async (link: string) => getLinked(new Request(link), of)
const answerLinked = (link: string, fields: Record<string, string>) =>
  postLinked(post(link.replace(/^https?:\/\/[^/]+/, ''), fields), of)
const answer = (card: { id: string }, turn: number, fields: Record<string, string>) =>
  POST(post('/fr/learning/review', { card: card.id, turn: `${turn}`, ...fields }), of)
/** The page to which the response to an answer redirects. */
const judged = async (response: Response) => {
  expect(response.status).toBe(303)
  return review(new URL(response.headers.get('location') ?? '', SITE).search)
}
const offer = (courseId: string) => `name="course" value="${courseId}"`

describe('a review', () => {
  it('is offered once the exam is passed, and begins only if she asks for it', async () => {
    const failed = await examinee({ course: { second: secondForms(20) } })
    await callAs(failed.sessionId)
    await failed.start()
    await failed.answerAll(WRONG)
    await failed.handIn()
    forgetNewestReleases()
    expect(await learning()).not.toContain(t('review.start'))
    expect((await change({ act: 'begin', course: failed.courseId })).status).toBe(404)

    const her = await passed()
    await callAs(her.sessionId)
    const ofCourse = { params: Promise.resolve({ locale: 'fr', course: her.courseId }) }
    const result = await getResult(new Request(`${SITE}/fr/courses/${her.courseId}/exam/result`), ofCourse)
    for (const page of [await learning(), await result.text(), await review(), await settings()]) {
      expect(page).toContain(offer(her.courseId))
    }
    expect(await db().reviewPlan.count({ where: { accountId: her.accountId } })).toBe(0)
    expect((await change({ act: 'begin', course: her.courseId })).status).toBe(303)
    expect(await db().letterChoice.count({ where: { accountId: her.accountId, reviews: true } })).toBe(0)
    expect(await settings()).not.toContain(t('review.start'))
  })

  it('of a course without an exam begins once its last lesson is completed', async () => {
    const person = await insertPerson()
    const { file } = smallCourse('x')
    const second = secondForms(12)
    const { id: releaseId, courseId } = await publish(undefined, 1, { second, exam: null, bank: [], file })
    forgetNewestReleases()
    const enrolment = await db().enrolment.create({ data: { accountId: person.accountId, courseId, releaseId } })
    const begin = () => beginReview(mayChange(person), courseId, new Date())
    await expect(begin()).rejects.toMatchObject({ code: 'not-found' })

    const done = { enrolmentId: enrolment.id, lessonId: 'offence', completedAt: new Date() }
    await db().lessonState.create({ data: done })
    await begin()
    expect(await db().reviewCard.count({ where: { accountId: person.accountId } })).toBe(6)
  })

  it('asks twelve different second forms of the course, each first after 8 or 16 days', async () => {
    const her = await passed()
    const { second = [] } = { second: secondForms(20) }
    await beginReview(mayChange(her), her.courseId, new Date())
    await beginReview(mayChange(her), her.courseId, new Date())
    const cards = await db().reviewCard.findMany({ where: { accountId: her.accountId } })
    expect(cards).toHaveLength(12)
    expect(new Set(cards.map(({ questionId }) => questionId)).size).toBe(12)
    expect(second.map(({ question }) => question.id)).toEqual(expect.arrayContaining(cards.map((c) => c.questionId)))
    const days = new Set(cards.map(({ dueOn }) => dueOn?.toISOString().slice(0, 10)))
    expect([...days].every((day) => day === nextDay(today, 8) || day === nextDay(today, 16))).toBe(true)
  })

  it('that begins with letters turns them on', async () => {
    const her = await passed()
    await callAs(her.sessionId)
    await change({ act: 'begin', course: her.courseId, letters: 'yes' })
    expect(await db().letterChoice.findUnique({ where: { accountId: her.accountId } })).toMatchObject({ reviews: true })
  })
})

describe('the questions of today', () => {
  it('are three, one after the other, each judged and explained, with a score at the end', async () => {
    const her = await reviewer({ due: 5 })
    await callAs(her.sessionId)
    expect(await learning()).toContain(t('review.count', { count: 3 }))
    for (const n of [1, 2, 3]) {
      const asked = await review()
      expect(asked).toContain(t('exam.position', { n, total: 3 }))
      expect(asked).not.toMatch(/texte because|feedback/)
      const [, id = ''] = /name="card" value="([^"]+)"/.exec(asked) ?? []
      const page = await judged(await answer({ id }, 1, { a: n === 2 ? 'b' : 'a', certainty: 'sure' }))
      expect(page).toContain(t(n === 2 ? 'practice.incorrect' : 'practice.correct'))
      expect(page).toContain(t('exam.sure'))
      expect(page.includes('texte because')).toBe(n === 2)
      expect(page).toContain(t(n === 3 ? 'review.finish' : 'review.next'))
    }
    const end = await review()
    expect(end).toContain(t('review.right', { right: 2, count: 3 }))
    expect(end).not.toContain('<form method="post" action="/fr/learning/review"')
    const given = await db().reviewAnswer.findMany({ where: { card: { accountId: her.accountId } } })
    expect(given.map(({ right, certainty }) => [right, certainty]).toSorted()).toEqual([
      [false, 'sure'],
      [true, 'sure'],
      [true, 'sure'],
    ])
    const days = await myReviewDays(mayRead(her), new Date())
    expect(days[0]).toEqual({ day: nextDay(today), questions: 2 })
    expect(days.find(({ day }) => day === nextDay(today, 8))).toBeDefined()
    const entries = await reviewEntries({ accountId: her.accountId, locale: 'fr', since: new Date() }, new Date())
    expect(entries[0]).toMatchObject({
      day: nextDay(today),
      title: t('review.count', { count: 2 }),
      path: '/learning/review',
    })
  })

  it('come back 8 days after a wrong answer and 16 after a right one, and are learned after two right in a row', async () => {
    const { cards, sessionId } = await reviewer({ due: 1 })
    await callAs(sessionId)
    const [card] = cards
    if (!card) throw new Error('no card')
    const dueOn = async () => (await db().reviewCard.findUniqueOrThrow({ where: { id: card.id } })).dueOn
    for (const [turn, option, days] of [
      [1, 'b', 8],
      [2, 'a', 16],
      [3, 'a', null],
    ] as const) {
      await answer(card, turn, { a: option })
      expect(await dueOn()).toEqual(days === null ? null : new Date(nextDay(today, days)))
      if (days !== null) await dueNow(card.id)
    }
    expect(await review()).toContain(t('review.learnedNow'))
    expect(await settings()).toContain(t('review.learned', { learned: 1, count: 12 }))
  })

  it('say what is missing, and keep what was given', async () => {
    const { cards, sessionId } = await reviewer()
    await callAs(sessionId)
    const response = await answer(cards[0] as never, 1, { certainty: 'guess' })
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain(t('practice.chooseOne'))
    expect(page).toMatch(/checked="" value="guess"/)
    expect(await db().reviewAnswer.count({ where: { cardId: cards[0]?.id ?? '' } })).toBe(0)
  })

  it('can be of the ordering kind, and are then answered without a script', async () => {
    const second = secondForms(6).map((form, n) => ({ ...form, question: ordering({ id: `o${n}` }) }))
    const { cards, sessionId } = await reviewer({ second })
    await callAs(sessionId)
    const [card] = cards
    if (!card) throw new Error('no card')
    const moved = await answer(card, 1, { 'o.a': '', 'o.b': '', 'o.c': '', move: 'b:up', certainty: 'sure' })
    const page = await review(new URL(moved.headers.get('location') ?? '', SITE).search)
    expect([...page.matchAll(/name="o\.(\w)" value="(\d)"/g)].map(([, id, rank]) => `${id}${rank}`)).toEqual([
      'b1',
      'a2',
      'c3',
    ])
    expect(page).toMatch(/checked="" value="sure"/)
    expect(await judged(await answer(card, 1, { 'o.c': '1', 'o.a': '2', 'o.b': '3' }))).toContain(t('practice.correct'))
  })
})

describe('an answer', () => {
  it('is stored once if several devices send it at once, and all of them see it', async () => {
    const { cards, sessionId, accountId } = await reviewer({ due: 1 })
    await callAs(sessionId)
    const [card] = cards
    if (!card) throw new Error('no card')
    const answers = await Promise.all(['a', 'b', 'c', 'b'].map((option) => answer(card, 1, { a: option })))
    const pages = await Promise.all(answers.map(judged))
    const stored = await db().reviewAnswer.findMany({ where: { card: { accountId } } })
    expect(stored).toHaveLength(1)
    expect(pages.filter((page) => page.includes(t('review.before')))).toHaveLength(3)
    for (const page of pages) expect(page).toContain(t(stored[0]?.right ? 'practice.correct' : 'practice.incorrect'))
    expect((await db().reviewCard.findUniqueOrThrow({ where: { id: card.id } })).turn).toBe(2)
  })

  it('is not stored if the question is not due, is another person’s, or does not exist', async () => {
    const { cards, accountId } = await reviewer({ due: 1 })
    const other = await reviewer()
    const [due, later] = cards
    if (!due || !later) throw new Error('no cards')
    await callAs(other.sessionId)
    expect((await judged(await answer(due, 1, { a: 'a' }))).includes(t('review.before'))).toBe(false)
    await callAs((await insertPerson()).sessionId)
    await answer(later, 1, { a: 'a' })
    expect((await answer({ id: 'x' }, 1, { a: 'a' })).status).toBe(400)
    expect(await db().reviewAnswer.count({ where: { card: { accountId } } })).toBe(0)
    expect(await review(`?answered=${due.id}&turn=1`)).not.toContain('again')
  })
})

describe('the link of a letter', () => {
  const NAMES = ['Fatima', 'Alaoui', 'فاطمة']

  it('shows the question and nothing of her, before and after its answer, and signs nobody in', async () => {
    const { cards, email } = await reviewer({ due: 1 })
    const [card] = cards
    if (!card) throw new Error('no card')
    const link = await reviewLink({ cardId: card.id, turn: 1 }, 'fr')
    await callAs(null)
    const before = await linked(link)
    const page = await before.text()
    expect(before.status).toBe(200)
    expect(before.headers.get('set-cookie')).toBeNull()
    expect(page).toContain('<meta name="referrer" content="strict-origin"/>')
    expect(page).toContain(`texte again ${card.questionId}`)
    expect(page).not.toMatch(/texte because|feedback/)
    for (const word of [...NAMES, email, card.accountId]) expect(page).not.toContain(word)

    const first = await (await answerLinked(link, { a: 'b' })).text()
    const second = await (await answerLinked(link, { a: 'b' })).text()
    expect(first).toContain(t('practice.incorrect'))
    expect(second).toBe(first)
    expect(await (await answerLinked(link, { a: 'a' })).text()).toContain(t('practice.correct'))
    expect(await (await linked(link)).text()).toBe(page)
    const stored = await db().reviewAnswer.findMany({ where: { cardId: card.id } })
    expect(stored.map(({ turn, right }) => [turn, right])).toEqual([[1, false]])
  })

  it('leads its owner to her review, and counts no answer of another person', async () => {
    const her = await reviewer({ due: 1 })
    const link = await reviewLink({ cardId: her.cards[0]?.id ?? '', turn: 1 }, 'fr')
    await callAs((await insertPerson()).sessionId)
    expect(await (await linked(link)).text()).toContain('texte again')
    expect((await answerLinked(link, { a: 'a' })).status).toBe(200)
    expect(await db().reviewAnswer.count({ where: { card: { accountId: her.accountId } } })).toBe(0)
    await callAs(her.sessionId)
    expect((await linked(link)).headers.get('location')).toBe('/fr/learning/review')
  })

  it('at its earlier address redirects to the present one, forms too', async () => {
    const { cards } = await reviewer({ due: 1 })
    const link = await reviewLink({ cardId: cards[0]?.id ?? '', turn: 1 }, 'fr')
    const earlier = link.replace('/fr/learning/review/', '/fr/review/')
    await callAs(null)

    for (const response of [
      await getEarlier(new Request(earlier), of),
      await postEarlier(post('/fr/review/question?token=x', {}), of),
    ])
      expect(response.status).toBe(308)
    const location = (await getEarlier(new Request(earlier), of)).headers.get('location') ?? ''
    expect(SITE + location).toBe(link.replace(/^https?:\/\/[^/]+/, SITE))
    expect((await linked(SITE + location)).status).toBe(200)
  })

  it('leads to a page without a question if it is forged, cut, or of a deleted account', async () => {
    const { cards } = await reviewer({ due: 1 })
    const link = await reviewLink({ cardId: cards[0]?.id ?? '', turn: 1 }, 'fr')
    const token = new URL(link).searchParams.get('token') ?? ''
    const bytes = Buffer.from(token, 'base64url')
    bytes[17] = 2
    await callAs(null)
    for (const forged of ['', 'x', token.slice(0, -4), bytes.toString('base64url'), `${token}AAAA`]) {
      const response = await linked(`${SITE}/fr/learning/review/question?token=${forged}`)
      expect(response.status, forged).toBe(404)
      const page = await response.text()
      expect(page).toContain(t('review.badLink'))
      expect(page).toContain('/fr/sign-in?next=%2Ffr%2Flearning%2Freview')
      expect(page).not.toContain('texte again')
      expect((await answerLinked(`/fr/learning/review/question?token=${forged}`, { a: 'a' })).status).toBe(404)
    }
    await db().account.delete({ where: { id: cards[0]?.accountId ?? '' } })
    expect((await linked(link)).status).toBe(404)
  })

  it('of a closed course asks to sign in, since its texts are not for everybody', async () => {
    const small = smallCourse('x')
    const her = await reviewer({ due: 1 })
    const link = await reviewLink({ cardId: her.cards[0]?.id ?? '', turn: 1 }, 'fr')
    await publish(her.courseId, 2, { second: secondForms(20), file: { ...small.file, access: 'closed' } })
    forgetNewestReleases()
    await callAs(null)
    expect((await linked(link)).headers.get('location')).toMatch(/^\/fr\/sign-in\?next=/)
    await callAs((await insertPerson()).sessionId)
    expect((await linked(link)).status).toBe(403)
  })
})

describe('a question is retired, with the reason', () => {
  it('if the law that it cites has changed', async () => {
    const her = await reviewer({ due: 1 })
    await callAs(her.sessionId)
    const given = library()
    const provisions = { 'cp-448-1': provision({ versions: [textVersion({ inForceFrom: '2026-09-01' })] }) }
    library.set({ ...given, ...libraryWith({ provisions }) })
    try {
      expect((await myReview(mayRead(her), new Date())).days).toEqual([])
      const page = await settings()
      expect(page).toContain(t('review.retired', { count: 12 }))
      expect(page).toContain('/fr/library/law/cp-448-1')
      expect(await review()).not.toContain('texte again')
      // Nor does a form show it that is made with the numbers in her own data.
      const turn = { cardId: her.cards[0]?.id ?? '', turn: 1 }
      expect(await askedTurn(mayRead(her), turn, new Date())).toBeNull()
      expect(await judgedTurn(mayRead(her), turn)).toBeNull()
    } finally {
      library.set(given)
    }
  })

  it('if the newest release asks it no more, while the others go on', async () => {
    const her = await reviewer()
    const [gone] = her.cards
    await publish(her.courseId, 2, {
      second: secondForms(20).filter(({ question }) => question.id !== gone?.questionId),
    })
    forgetNewestReleases()
    await callAs(her.sessionId)
    expect(await settings()).toContain(t('review.questionGone', { count: 1 }))
    expect(await learning()).toContain(t('review.count', { count: 2 }))
  })

  it('if the course is closed to her', async () => {
    const her = await reviewer()
    const small = smallCourse('x')
    await db().enrolment.deleteMany({ where: { accountId: her.accountId } })
    await publish(her.courseId, 2, { second: secondForms(20), file: { ...small.file, access: 'closed' } })
    forgetNewestReleases()
    await callAs(her.sessionId)
    expect(await settings()).toContain(t('review.courseGone'))
    expect(await review()).not.toContain('texte again')
  })
})

describe('she herself', () => {
  it('pauses a course until a day, goes on earlier, stops it, and takes it up again', async () => {
    const her = await reviewer()
    await callAs(her.sessionId)
    const act = (fields: Record<string, string>) => change({ course: her.courseId, ...fields })
    const waits = async () => (await myReview(mayRead(her), new Date())).days[0]?.day
    await act({ act: 'pause', pausedUntil: nextDay(today, 30) })
    expect(await waits()).toBe(nextDay(today, 30))
    expect(await review()).toContain(t('review.nothing'))
    await act({ act: 'go-on' })
    expect(await waits()).toBe(today)
    await act({ act: 'stop' })
    expect(await waits()).toBeUndefined()
    expect(await settings()).toContain(t('review.stopped'))
    await act({ act: 'resume' })
    expect(await waits()).toBe(today)
  })

  it('cannot pause until an invalid day, a past day, or a day years away', async () => {
    const her = await reviewer()
    await callAs(her.sessionId)
    for (const pausedUntil of ['', 'demain', today, nextDay(today, 800)]) {
      const response = await change({ act: 'pause', course: her.courseId, pausedUntil })
      expect(response.status).toBe(400)
      expect(await response.text()).toContain(t('review.pauseDay'))
    }
    expect((await change({ act: 'pause', course: 'none', pausedUntil: nextDay(today, 3) })).status).toBe(404)
    expect((await change({ act: 'erase', course: her.courseId })).status).toBe(400)
  })
})
