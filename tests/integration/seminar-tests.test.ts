import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  GET as getQuestion,
  POST as postQuestion,
} from '@/app/[locale]/(learn)/seminars/[seminar]/tests/[form]/[n]/route'
import { GET as getTest, POST as postTest } from '@/app/[locale]/(learn)/seminars/[seminar]/tests/[form]/route'
import { GET as getRegistration } from '@/app/[locale]/(public)/seminars/[seminar]/registration/route'
import { GET as getEvent } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getFigures } from '@/app/[locale]/(teach)/seminars/[seminar]/tests/route'
import { LOCALES } from '@/domain/locale'
import { testsCloseAt } from '@/domain/seminar/tests'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { releases } from '@/server/content/releases'
import { db, sql } from '@/server/db/client'
import { insertEnrolment } from '@/server/db/course/learners'
import { findSeenQuestions } from '@/server/db/exam/attempts'
import { guestToken } from '@/server/seminar/guest-link'
import { seminarTarget } from '@/server/seminar/seminar-permit'
import { seminarGain } from '@/server/seminar/tests/seminar-gain'
import { insertAccounts } from '@/tests/support/accounts'
import { publishTested } from '@/tests/support/cohort-tests'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertRegistration, makeSeminar, seminarOf, sittingAt } from '@/tests/support/seminars'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const DAY_MS = 86_400_000
const t = translator('fr')
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
type Params = Record<'locale' | 'seminar' | 'form' | 'n', string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Who = { sessionId: string } | null
type Asked = { form?: 'before' | 'after'; n?: string; sent?: Record<string, string>; locale?: string; query?: string }

async function call(who: Who, handler: Handler, seminar: string, asked: Asked = {}) {
  const { form = 'before', n = '1', sent, locale = 'fr', query = '' } = asked
  await callAs(who?.sessionId ?? null)
  const headers = {
    host: 'localhost:3000',
    accept: 'text/html',
    origin: 'http://localhost:3000',
    'sec-fetch-site': 'same-origin',
  }
  const init = sent ? { method: 'POST', headers, body: new URLSearchParams(sent) } : { headers }
  const request = new Request(`http://localhost:3000/${locale}/x${query}`, init)
  const response = await handler(request, { params: Promise.resolve({ locale, seminar, form, n }) })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

/** A seminar without a cohort, on a course with a bank of 24 questions whose right answer is always `a`. */
async function tested(hours = 48) {
  const institutionId = await makeInstitution('school', 'Institut judiciaire')
  const administrator = await insertStaff('administrator', institutionId)
  const { courseId } = await publishTested()
  releases.reset()
  const sittings = [sittingAt(new Date(), hours)]
  const { id } = await makeSeminar({ institutionId, administrator }, { courseId, sittings })
  const person = await insertPerson({ locale: 'fr' })
  await insertRegistration(id, person)
  return { id, institutionId, administrator, courseId, person }
}
type Tested = Awaited<ReturnType<typeof tested>>

const hold = ({ id }: Tested) =>
  db().seminar.update({
    where: { id },
    data: { startsAt: new Date(Date.now() - 5 * 3_600_000), endsAt: new Date(Date.now() - 3_600_000) },
  })

/** Takes a whole test, and hands it in. */
async function take(who: Who, id: string, form: 'before' | 'after', answer = 'a') {
  expect((await call(who, postTest, id, { form, sent: { act: 'start' } })).to).toBe(
    `/fr/seminars/${id}/tests/${form}/1`,
  )
  for (const n of ['1', '2', '3', '4'])
    expect((await call(who, postQuestion, id, { form, n, sent: { a: answer, go: 'check' } })).status).toBe(303)
  return call(who, postTest, id, { form, sent: { act: 'hand-in' } })
}

describe('the tests of a seminar alone', () => {
  it('are offered to registered people on its page: the first before it, the second after it was held', async () => {
    const made = await tested()
    const { id, person, courseId } = made
    const before = await call(person, getEvent, id)
    expect(before.html).toContain(`/fr/seminars/${id}/tests/before`)
    expect(before.html).toContain(shown(t('seminarTests.closed.not-held')))
    for (const locale of LOCALES) {
      const page = await call(person, getTest, id, { locale })
      expect(page.html).toContain(shown(translator(locale)('seminarTests.how.wall')))
    }
    expect((await call(person, postTest, id, { form: 'after', sent: { act: 'start' } })).status).toBe(409)
    expect((await take(person, id, 'before')).status).toBe(303)
    const score = t('tests.score', { score: '4', possible: 4 })
    expect((await call(person, getTest, id)).html).toContain(score)
    expect((await call(person, postTest, id, { sent: { act: 'start' } })).status).toBe(409)

    await hold(made)
    expect((await call(person, getEvent, id)).html).toContain(`/fr/seminars/${id}/tests/after`)
    await take(person, id, 'after', 'b')
    expect((await call(person, getTest, id, { form: 'after' })).html).toContain(
      t('tests.score', { score: '0', possible: 4 }),
    )
    const forms = await db().seminarTests.findUniqueOrThrow({
      where: { seminarId_courseId: { seminarId: id, courseId } },
    })
    const ids = (form: unknown) => (form as { questionId: string }[]).map(({ questionId }) => questionId)
    expect(new Set([...ids(forms.before), ...ids(forms.after)]).size).toBe(8)
    // For her exam, all of these count as seen questions.
    await insertEnrolment(sql(), person.accountId, courseId, forms.releaseId)
    const enrolment = await db().enrolment.findFirstOrThrow({ where: { accountId: person.accountId, courseId } })
    expect(await findSeenQuestions(sql(), enrolment.id)).toEqual(new Set([...ids(forms.before), ...ids(forms.after)]))
  })

  it('are drawn once for everybody, even if two begin at the same moment, and show no key', async () => {
    const { id, person } = await tested()
    const other = await insertPerson({ locale: 'fr' })
    await insertRegistration(id, other)
    await Promise.all([person, other].map((who) => call(who, getTest, id)))
    expect(await db().seminarTests.count({ where: { seminarId: id } })).toBe(1)
    await call(person, postTest, id, { sent: { act: 'start' } })
    const { html } = await call(person, getQuestion, id)
    expect(html).not.toMatch(/"right"|feedback|correct/i)
    expect((await call(other, getQuestion, id)).to).toContain(`/tests/before`)
    expect((await call(person, postQuestion, id, { sent: { a: 'x', go: 'check' } })).to).toContain('refused=1')
    expect((await call(person, getQuestion, id, { n: '9' })).status).toBe(404)
  })

  it('are refused to people who wait, are not registered or not signed in, and for a cohort’s seminar', async () => {
    const { id } = await tested()
    const [waits, stranger] = [await insertPerson(), await insertPerson()]
    await insertRegistration(id, waits, 'waiting')
    for (const who of [waits, stranger]) {
      expect((await call(who, getTest, id)).status).toBe(403)
      expect((await call(who, postTest, id, { sent: { act: 'start' } })).status).toBe(403)
      expect((await call(who, getEvent, id)).html).toContain(shown(t('seminarTests.offer')))
    }
    expect((await call(null, getTest, id)).to).toContain('/fr/sign-in')
    expect((await call(null, postQuestion, id, { sent: { a: 'a', go: 'check' } })).status).toBe(401)

    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const sittings = [sittingAt(new Date(), 48)]
    const ofCohort = await makeSeminar(school, { cohortId: cohort.id, courseId: school.courseId, sittings })
    await insertRegistration(ofCohort.id, stranger)
    expect((await call(stranger, getTest, ofCohort.id)).status).toBe(403)
    expect(await db().testSitting.count({ where: { seminarId: ofCohort.id } })).toBe(0)
  })

  it('need an account, as a guest reads on the page of her place', async () => {
    const { id } = await tested()
    const email = 'guest-of-tests@example.ma'
    await insertRegistration(id, { guestEmail: email, guestNameLatin: 'Fatima', locale: 'fr' })
    const guest = {
      email,
      nameArabic: '',
      nameLatin: 'Fatima',
      locale: 'fr',
      until: new Date(Date.now() + DAY_MS),
    } as const
    const query = `?guest=${await guestToken(id, guest)}`
    expect((await call(null, getRegistration, id, { query })).html).toContain(shown(t('seminarTests.needsAccount')))
    expect((await call(null, getTest, id, { query })).to).toContain('/fr/sign-in')
  })
})

describe('the figures of the tests of a seminar', () => {
  /** People who took both tests of four questions: a third has two right before and four after, the others one less. */
  async function taken({ id, courseId, person }: Tested, people: number) {
    await call(person, getTest, id)
    const accounts = Array.from({ length: people }, () => crypto.randomUUID())
    await insertAccounts(accounts)
    for (const [form, most] of [
      ['before', 2],
      ['after', 4],
    ] as const) {
      for (const [place, accountId] of accounts.entries()) {
        const right = place % 3 === 0 ? most : most - 1
        const answers = [1, 2, 3, 4].map((position) => ({ position, answer: [position <= right ? 'a' : 'b'] }))
        const handedInAt = new Date(Date.now() - 60_000)
        const sitting = { seminarId: id, courseId, accountId, form, handedInAt }
        await db().testSitting.create({ data: { ...sitting, answers: { create: answers } } })
      }
    }
    return accounts
  }
  const gainOf = async ({ id, administrator }: Tested, now: Date) => {
    const seminar = await seminarOf(id)
    return seminarGain(permitFor(await actorNow(administrator), 'seminar:read', seminarTarget(seminar)), seminar, now)
  }
  const closedAt = async ({ id }: Tested) => testsCloseAt(await seminarOf(id))

  it('are made once, when the second test closes, from ten people, without staff of the organiser', async () => {
    const made = await tested()
    const accounts = await taken(made, 12)
    await hold(made)
    const closes = await closedAt(made)
    expect(await gainOf(made, new Date(closes.getTime() - 1))).toEqual({ status: 'waiting', from: closes })
    const staff = accounts[0] ?? ''
    await giveRole(staff, 'tutor', made.institutionId)
    const gain = await gainOf(made, closes)
    if (gain.status !== 'measured') throw new Error(gain.status)
    expect(gain.report).toMatchObject({ matched: 11, means: { status: 'shown', people: 11 } })
    // Accounts that are deleted afterwards change nothing.
    await db().account.deleteMany({ where: { id: { in: accounts.slice(5) } } })
    expect(await gainOf(made, new Date(closes.getTime() + 9 * DAY_MS))).toEqual(gain)
    await db().seminar.update({
      where: { id: made.id },
      data: { startsAt: new Date(Date.now() - 41 * DAY_MS), endsAt: new Date(Date.now() - 40 * DAY_MS) },
    })
    const { html } = await call(made.administrator, getFigures, made.id)
    expect(html).toContain(shown(t('seminarTests.once')))
    expect(html).not.toContain(staff)
  })

  it('are hidden for fewer people', async () => {
    const made = await tested()
    await taken(made, 4)
    await hold(made)
    const gain = await gainOf(made, await closedAt(made))
    if (gain.status !== 'measured') throw new Error(gain.status)
    expect(JSON.stringify(gain.report)).not.toContain('"shown"')
  })

  it('are shown only to those who organise the seminar', async () => {
    const made = await tested()
    const elsewhere = await insertStaff('administrator', await makeInstitution())
    expect((await call(elsewhere, getFigures, made.id)).status).toBe(403)
    expect((await call(made.person, getFigures, made.id)).status).toBe(403)
    const { html } = await call(made.administrator, getFigures, made.id)
    expect(html).toContain(shown(t('seminarTests.lead')))
    expect((await call(made.administrator, getEvent, made.id)).html).toContain(`/fr/seminars/${made.id}/tests"`)
  })
})
