import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as confirmRoute from '@/app/[locale]/(auth)/confirm/route'
import * as invitationRoute from '@/app/[locale]/(auth)/invitation/route'
import * as resetRoute from '@/app/[locale]/(auth)/reset-password/route'
import * as signInRoute from '@/app/[locale]/(auth)/sign-in/route'
import * as signUpRoute from '@/app/[locale]/(auth)/sign-up/route'
import { translator } from '@/i18n/translator'
import { newCaller } from '@/server/auth/caller'
import { LIMITS } from '@/server/auth/limits'
import { sendInvitation } from '@/server/cohort/people/send-invitation'
import { database, db, openDatabase, sql } from '@/server/db/client'
import { findMember, insertMember } from '@/server/db/cohort/cohort-members'
import { findLearner } from '@/server/db/course/learners'
import { escapeHtml } from '@/server/escape-html'
import { makeCohort, makeSchool, tokenFor } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { doLaterWork } from '@/tests/support/next-server'
import { linkIn, mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, PASSWORD, signUpOf } from '@/tests/support/people'
import { freePort } from '@/tests/support/site'
import { giveRole, makeInstitution } from '@/tests/support/staff'

ownOutbox()

const ROUTES = {
  '/sign-in': signInRoute,
  '/sign-up': signUpRoute,
  '/confirm': confirmRoute,
  '/reset-password': resetRoute,
  '/invitation': invitationRoute,
}
type Page = keyof typeof ROUTES
const CHOSEN = 'quatre dossiers ce soir'
const t = translator('fr')
const said = (text: string) => escapeHtml(text)

/** Requests a page, or posts its form, in one browser. @returns the answer with its text. */
async function call(address: string, form?: Record<string, string>) {
  const url = new URL(address, 'http://localhost')
  const route = ROUTES[url.pathname.slice(3) as Page]
  const params = Promise.resolve({ locale: 'fr' })
  const request = new Request(url, form && { method: 'POST', body: new URLSearchParams(form) })
  const response = await (form ? route.POST : route.GET)(request, { params })
  await doLaterWork()
  return {
    status: response.status,
    to: response.headers.get('location'),
    cache: response.headers.get('cache-control'),
    html: await response.text(),
  }
}

const who = async () => {
  const actor = await newCaller().actor()
  return actor.kind === 'person' ? actor.accountId : null
}
const typed = (overrides: Partial<ReturnType<typeof signUpOf>> = {}) => signUpOf({ locale: 'fr', ...overrides })
let addresses = 1
beforeEach(() => callAs(null, `198.51.100.${addresses++}`))

describe('signing up', () => {
  it('sends a letter whose link sets the password, signs her in and leads on to where she was going', async () => {
    const person = typed()
    const next = '/fr/courses/fundamentals'
    const asked = await call(`/fr/sign-up?next=${encodeURIComponent(next)}`, person)
    expect(asked).toMatchObject({ status: 303, to: `/fr/confirm?sent=sign-up&next=${encodeURIComponent(next)}` })
    expect((await call(asked.to ?? '')).html).toContain(said(t('account.signUp.sent')))

    const link = linkIn(mailTo(person.email)[0])
    const page = await call(link.href)
    expect(page).toMatchObject({ status: 200, cache: 'private, no-store' })
    expect(page.html).toContain(`readOnly="" name="email" value="${person.email}"`)
    const action = page.html.match(/<form[^>]*action="([^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''

    const done = await call(action, { ...person, nameLatin: 'Amina Tazi', password: CHOSEN })
    expect(done).toMatchObject({ status: 303, to: next })
    const account = await db().account.findUniqueOrThrow({ where: { email: person.email } })
    expect(await who()).toBe(account.id)
    expect(account).toMatchObject({ nameLatin: 'Amina Tazi' })
  })

  it('asks for each thing once: the address before the letter, everything else after it', async () => {
    const asks = (html: string) =>
      [...html.matchAll(/<(?:input|select|textarea)[^>]*>/g)]
        .filter(([tag]) => !/type="(?:hidden|search)"|readOnly/.test(tag))
        .flatMap(([tag]) => tag.match(/name="([^"]*)"/)?.[1] ?? [])
    const main = ({ html }: { html: string }) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    const { email } = typed()

    expect(asks(main(await call('/fr/sign-up')))).toEqual(['email'])
    await call('/fr/sign-up', { email })
    const opened = asks(main(await call(linkIn(mailTo(email)[0]).href)))
    expect(opened).toEqual(['nameArabic', 'nameLatin', 'function', 'institution', 'locale', 'password'])
  })

  it('stores nothing of a person before she has used the link, whatever the form sends', async () => {
    const person = typed({ nameLatin: 'Somebody Else' })
    await call('/fr/sign-up', person)

    const page = await call(linkIn(mailTo(person.email)[0]).href)
    expect(page.html).not.toContain('Somebody Else')
    expect(await db().signUp.findFirstOrThrow({ where: { email: person.email } })).toMatchObject({
      nameArabic: '',
      nameLatin: '',
      function: '',
      institution: '',
      locale: 'fr',
    })
  })

  it('opens the account of the letter’s address, whatever address the form names', async () => {
    const person = typed()
    await call('/fr/sign-up', person)
    const link = linkIn(mailTo(person.email)[0]).href

    await call(link, { ...person, email: 'somebody@else.example', password: CHOSEN })

    expect(await db().account.count({ where: { email: 'somebody@else.example' } })).toBe(0)
    expect(await db().account.count({ where: { email: person.email } })).toBe(1)
  })

  it('gives a wrong form back with what was typed, and no password', async () => {
    const wrong = await call('/fr/sign-up', { email: 'amina@example' })
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain(`<title>${t('fields.errorPrefix')} `)
    expect(wrong.html).toContain('value="amina@example"')
    expect(wrong.html).toContain(said(t('fields.problems.email')))

    const person = typed({ institution: 'Tribunal de Fès' })
    await call('/fr/sign-up', person)
    const link = linkIn(mailTo(person.email)[0]).href
    const nameless = await call(link, { ...person, nameLatin: '4', password: CHOSEN })
    expect(nameless.status).toBe(400)
    expect(nameless.html).toContain(said(t('fields.problems.name-latin')))
    expect(nameless.html).toContain('value="Tribunal de Fès"')
    expect(nameless.html).not.toContain(CHOSEN)
    const weak = await call(link, { ...person, nameLatin: 'Amina Idrissi', password: 'amina au tribunal' })
    expect(weak.status).toBe(400)
    expect(weak.html).toContain(said(t('fields.problems.password-personal')))
    expect(weak.html).toContain('value="Amina Idrissi"')
    expect(weak.html).not.toContain('amina au tribunal')
    expect(await who()).toBeNull()
  })

  it('answers for a known address as for an unknown one', async () => {
    const known = await insertPerson({ locale: 'fr' })
    const answers = [await call('/fr/sign-up', typed()), await call('/fr/sign-up', typed({ email: known.email }))]

    expect(answers[0]).toEqual(answers[1])
  })

  it('says that a used link was used, and redirects a person who sends its form again', async () => {
    const person = typed()
    await call('/fr/sign-up', person)
    const link = linkIn(mailTo(person.email)[0]).href
    await call(link, { ...person, password: CHOSEN })
    const her = await who()

    const signedIn = await call(link)
    expect(signedIn.html).toContain(said(t('account.confirm.already')))
    expect(signedIn.html).toContain('href="/fr/learning">')
    await callAs(null)
    expect((await call(link)).html).toContain('href="/fr/sign-in">')
    expect(await call(link, { ...person, password: 'not what she chose' })).toMatchObject({ status: 303 })
    expect(await who()).toBeNull()
    expect(await call(link, { ...person, password: CHOSEN })).toMatchObject({ status: 303, to: '/fr/learning' })
    expect(await who()).toBe(her)
  })

  it('says that a link does not work if it was never sent', async () => {
    for (const token of ['x'.repeat(43), 'x', '']) {
      for (const page of ['confirm', 'reset-password']) {
        const answer = await call(`/fr/${page}?token=${token}`)
        expect(answer.status).toBe(410)
        expect(answer.html).toContain(said(t('errors.link-expired')))
        expect(await call(`/fr/${page}?token=${token}`, { password: CHOSEN })).toMatchObject({ status: 303 })
      }
    }
  })
})

describe('signing in', () => {
  it('tells a person without an account that starting a course requires one, with a link', async () => {
    const course = await call('/fr/sign-in?next=/fr/courses/fundamentals')
    expect(course.html).toContain(said(t('account.startLead')))
    expect(course.html).toContain('<a class="btn" href="/fr/sign-up?next=%2Ffr%2Fcourses%2Ffundamentals">')
    const other = await call('/fr/sign-in?next=/fr/learning')
    expect(other.html).toContain(said(t('errors.sign-in-required')))
    expect(other.html).not.toContain(said(t('account.startLead')))
  })

  it('redirects to the next page only within this site', async () => {
    const { email, accountId } = await insertPerson()
    for (const [next, to] of [
      ['/fr/courses/x', '/fr/courses/x'],
      ['https://evil.example', '/fr/learning'],
      ['//evil.example', '/fr/learning'],
    ] as const) {
      await callAs(null)
      const answer = await call(`/fr/sign-in?next=${encodeURIComponent(next)}`, { email, password: PASSWORD })
      expect(answer).toMatchObject({ status: 303, to })
      expect(await who()).toBe(accountId)
      expect(await call(`/fr/sign-in?next=${encodeURIComponent(next)}`)).toMatchObject({ status: 303, to })
    }
  })

  it('leads staff to their work page, and former staff to their learning', async () => {
    const { email, accountId } = await insertPerson()
    const institutionId = await makeInstitution()
    await giveRole(accountId, 'tutor', institutionId)
    expect(await call('/fr/sign-in', { email, password: PASSWORD })).toMatchObject({ status: 303, to: '/fr/desk' })
    expect(await call('/fr/sign-in')).toMatchObject({ status: 303, to: '/fr/desk' })

    await callAs(null)
    await db().role.updateMany({ where: { accountId }, data: { endedAt: new Date(), held: null } })
    expect(await call('/fr/sign-in', { email, password: PASSWORD })).toMatchObject({ status: 303, to: '/fr/learning' })
    await giveRole(accountId, 'learner', institutionId)
    expect(await call('/fr/sign-in')).toMatchObject({ status: 303, to: '/fr/learning' })
  })

  it('gives a wrong form back under the status of its error', async () => {
    const { email } = await insertPerson()
    expect((await call('/fr/sign-in', { email: 'x', password: '' })).status).toBe(400)
    const wrong = await call('/fr/sign-in', { email, password: 'not the right one' })
    expect(wrong.status).toBe(401)
    expect(wrong.html).toContain(said(t('errors.wrong-credentials')))
    expect(wrong.html).toContain(`value="${email}"`)
    expect(wrong.html).not.toContain('not the right one')
    let last = wrong
    for (let time = 0; time < 4; time++) last = await call('/fr/sign-in', { email, password: 'not the right one' })
    expect(last.status).toBe(429)
  })

  it('refuses a form from another site', async () => {
    const { email } = await insertPerson()
    const request = new Request('http://localhost/fr/sign-in', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ email, password: PASSWORD }),
    })

    const answer = await signInRoute.POST(request, { params: Promise.resolve({ locale: 'fr' }) })

    expect(answer.status).toBe(403)
    expect(await who()).toBeNull()
  })
})

describe('without a database', () => {
  const alive = database()
  afterEach(() => database.set(alive))

  it('answers each form with 503; those of signing in and up keep what was typed, except the password', async () => {
    database.set(openDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/nothing`))
    for (const page of ['/fr/sign-in', '/fr/sign-up', '/fr/confirm', '/fr/reset-password']) {
      const answer = await call(page, { ...typed({ email: 'amina@example.ma' }), password: PASSWORD })
      expect(answer.status, page).toBe(503)
      if (page === '/fr/sign-in' || page === '/fr/sign-up') {
        expect(answer.html, page).toContain('value="amina@example.ma"')
        expect(answer.html, page).toContain(said(t('errors.unavailable')))
      }
      expect(answer.html, page).not.toContain(PASSWORD)
    }
  })
})

it('tells a person who asks for too many letters to wait, and keeps what she typed', async () => {
  const person = typed()
  for (let time = 0; time < LIMITS.mail.hits; time++) await call('/fr/confirm', { email: person.email })
  const answer = await call('/fr/sign-up', person)

  expect(answer.status).toBe(429)
  expect(answer.html).toContain(`value="${person.email}"`)
})

describe('an invitation', () => {
  const LISTED = {
    nameArabic: 'أمينة التازي',
    nameLatin: 'Amina Tazi',
    function: 'juvenile-judge',
    institution: 'Cour d’appel de Fès',
    locale: 'fr',
  } as const

  async function invited(email = typed().email) {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const person = { ...LISTED, email, cohortId: cohort.id, accountId: null, status: 'invited' } as const
    const memberId = (await insertMember(db(), person, null, NOW)) ?? ''
    const member = await findMember(db(), memberId)
    if (!member) throw new Error('no place')
    await db().$transaction((tx) => sendInvitation(tx, member, cohort, new Date()))
    return { cohort, email, memberId, link: `/fr/invitation?token=${await tokenFor(memberId)}` }
  }

  it('makes her account and takes her place in one form, filled in from the list, without a second letter', async () => {
    const { cohort, email, link, memberId } = await invited()
    const page = await call(link)
    for (const value of [email, LISTED.nameArabic, LISTED.nameLatin, LISTED.institution]) {
      expect(page.html).toContain(`value="${said(value)}"`)
    }
    expect(page.html).toMatch(/<option value="juvenile-judge" selected=""/)

    const done = await call(link, { ...LISTED, nameLatin: 'Amina Tazi-Idrissi', password: CHOSEN })

    expect(done).toMatchObject({ status: 303, to: `/fr/courses/${cohort.courseId}` })
    const account = await db().account.findUniqueOrThrow({ where: { email } })
    expect(account).toMatchObject({ nameLatin: 'Amina Tazi-Idrissi', function: 'juvenile-judge' })
    expect(account.emailConfirmedAt).not.toBeNull()
    expect(await who()).toBe(account.id)
    expect(await findMember(db(), memberId)).toMatchObject({ status: 'active', accountId: account.id })
    expect(await findLearner(sql(), account.id, cohort.courseId)).toMatchObject({ releaseId: cohort.releaseId })
    expect(mailTo(email)).toEqual([])
    await callAs(null)
    expect(await call('/fr/sign-in', { email, password: CHOSEN })).toMatchObject({ status: 303 })
  })

  it('does not use the link up while something in the form is wrong', async () => {
    const { email, link } = await invited()
    const wrong = await call(link, { ...LISTED, nameLatin: 'Amina Idrissi', password: 'short' })

    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain('value="Amina Idrissi"')
    expect(await db().account.count({ where: { email } })).toBe(0)
    expect(await call(link, { ...LISTED, password: CHOSEN })).toMatchObject({ status: 303 })
  })

  it('makes one account and one place from a form that is sent many times at once', async () => {
    const { cohort, email, link } = await invited()
    const form = { ...LISTED, password: CHOSEN }

    const answers = await Promise.all(Array.from({ length: 4 }, () => call(link, form)))

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(answers.filter(({ to }) => to === `/fr/courses/${cohort.courseId}`).length).toBeGreaterThanOrEqual(1)
    expect(await db().account.count({ where: { email } })).toBe(1)
    expect(await db().cohortMember.count({ where: { cohortId: cohort.id, status: 'active' } })).toBe(1)
    await callAs(null)
    expect(await call(link, form)).toMatchObject({ to: `/fr/courses/${cohort.courseId}` })
    await callAs(null)
    expect(await call(link, { ...form, password: 'not what she chose' })).toMatchObject({ status: 303, to: link })
    expect(await who()).toBeNull()
  })

  it('asks a person with an account under its address to sign in, and changes nothing of it', async () => {
    const { email, accountId } = await insertPerson({ nameLatin: 'Fatima Alaoui' })
    const { link, memberId } = await invited(email)
    const page = await call(link)
    expect(page.html).toContain(said(t('cohorts.invitation.known')))
    expect(page.html).not.toContain('name="password"')

    expect(await call(link, { ...LISTED, password: CHOSEN })).toMatchObject({ status: 303, to: link })

    expect(await db().account.findUniqueOrThrow({ where: { email } })).toMatchObject({ nameLatin: 'Fatima Alaoui' })
    expect(await findMember(db(), memberId)).toMatchObject({ status: 'invited' })
    const next = encodeURIComponent(link)
    const entered = await call(`/fr/sign-in?next=${next}`, { email, password: PASSWORD })
    expect(entered).toMatchObject({ status: 303, to: link })
    expect(await call(link, {})).toMatchObject({ status: 303 })
    expect(await findMember(db(), memberId)).toMatchObject({ status: 'active', accountId })
  })

  it('invalidates a sign-up that waits for the same address', async () => {
    const person = typed()
    await call('/fr/sign-up', person)
    const { link } = await invited(person.email)
    await call(link, { ...LISTED, password: CHOSEN })
    await callAs(null)

    const confirm = linkIn(mailTo(person.email)[0]).href
    expect((await call(confirm)).html).toContain(said(t('account.confirm.already')))
    await call(confirm, { ...person, password: 'chosen by somebody else' })
    expect(await call('/fr/sign-in', { email: person.email, password: CHOSEN })).toMatchObject({ status: 303 })
  })

  it('leads a signed-out person who presses the button of an old page to the sign-in page', async () => {
    const { link } = await invited()
    const other = await call(link, {})

    expect(other).toMatchObject({ status: 303, to: `/fr/sign-in?next=${encodeURIComponent(link)}` })
  })
})
