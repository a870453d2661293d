import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as postSignIn } from '@/app/[locale]/(auth)/sign-in/route'
import { POST as postAccount } from '@/app/[locale]/(learn)/account/route'
import { POST as postNew } from '@/app/[locale]/(teach)/cohorts/[cohort]/messages/new/route'
import { POST as postMember } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/route'
import { STAFF_IDLE_MINUTES } from '@/domain/auth/session-terms'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { codeAt } from '@/tests/support/authenticator'
import { cohortOf, insertPlace, makeCohort, makeSchool, RUNNING } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, PASSWORD } from '@/tests/support/people'
import { setUpFor } from '@/tests/support/second-factor'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
type Handler = (request: Request, props: { params: Promise<never> }) => Promise<Response>
type Sent = { params?: Record<string, string>; form?: Record<string, string>; headers?: Record<string, string> }

async function send(handler: unknown, { params = {}, form, headers = {} }: Sent, path = '/fr/x') {
  const body = new FormData()
  for (const [name, value] of Object.entries(form ?? {})) body.set(name, value)
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { host: 'localhost:3000', accept: 'text/html', ...headers },
    ...(form && { method: 'POST', body }),
  })
  const response = await (handler as Handler)(request, {
    params: Promise.resolve({ locale: 'fr', ...params } as never),
  })
  const { status, headers: answered } = response
  return { status, to: answered.get('location'), headers: answered, html: await response.text() }
}

const signIn = ({ email }: { email: string }, password = PASSWORD) =>
  send(postSignIn, { form: { email, password } }, '/fr/sign-in')

/** Her sessions were last used longer ago than those of staff may rest. */
async function goAway({ accountId }: { accountId: string }) {
  const lastSeenAt = new Date(Date.now() - (STAFF_IDLE_MINUTES + 1) * 60_000)
  await db().session.updateMany({ where: { accountId }, data: { lastSeenAt } })
}

/** Every browser of hers has given a code that is still fresh. */
const prove = ({ accountId }: { accountId: string }) =>
  db().session.updateMany({ where: { accountId }, data: { provedAt: new Date() } })

const freshCode = (secret: string) => codeAt(secret, new Date())

const ANNOUNCEMENT = {
  draft: randomUUID(),
  version: '1',
  audience: 'everybody',
  subjectFrench: 'Réunion avancée <script>',
  textFrench: 'Salle 3, à 10 h.',
}

/** An administrator who signed in here with her code, and whose session has ended while she was typing. */
async function away() {
  const school = await makeSchool()
  const administrator = await insertPerson()
  await giveRole(administrator.accountId, 'administrator', school.institutionId)
  const { secret } = await setUpFor(administrator, new Date(Date.now() - 3_600_000))
  const { id: cohort } = await makeCohort(school, { fields: RUNNING })
  await callAs(null)
  expect((await signIn(administrator)).status).toBe(303)
  await goAway(administrator)
  const form = { ...ANNOUNCEMENT, draft: randomUUID() }
  return { school, administrator, secret, cohort, form, params: { cohort } }
}

const held = (html: string, name: string) =>
  (html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const sealedIn = (html: string) => ({ 'sealed-form': held(html, 'sealed-form') })
const stored = (cohortId: string) => db().announcement.findMany({ where: { cohortId } })

describe('a form of staff that is sent after the session has ended', () => {
  it('is kept while she signs in on the same page and gives her code, and is then sent as she typed it', async () => {
    const { administrator, secret, cohort, form, params } = await away()

    const asked = await send(postNew, { params, form })
    expect(asked.status).toBe(401)
    expect(asked.html).toContain(t('account.ended.send'))
    expect(asked.html).not.toContain('Salle 3')
    expect(asked.headers.get('cache-control')).toContain('no-store')
    const sealed = sealedIn(asked.html)

    const empty = await send(postNew, { params, form: { ...sealed, email: '', password: '' } })
    expect([empty.status, sealedIn(empty.html)]).toEqual([400, sealed])
    const wrong = await send(postNew, { params, form: { ...sealed, email: administrator.email, password: 'not hers' } })
    expect([wrong.status, sealedIn(wrong.html)]).toEqual([401, sealed])
    expect(wrong.html).not.toContain('not hers')

    const entered = await send(postNew, { params, form: { ...sealed, email: administrator.email, password: PASSWORD } })
    expect([entered.status, entered.html.includes(t('secondFactor.ask.title'))]).toEqual([401, true])
    expect(await stored(cohort)).toEqual([])

    const code = { 'kept-form': held(entered.html, 'kept-form'), code: freshCode(secret) }
    const done = await send(postNew, { params, form: code })
    expect(done).toMatchObject({ status: 303, to: `/fr/cohorts/${cohort}/messages/${form.draft}?done=kept` })
    expect(await stored(cohort)).toMatchObject([
      { texts: { fr: { subject: form.subjectFrench, text: form.textFrench } }, audience: 'everybody' },
    ])
  })

  it('is sent with the session of another tab, without a password', async () => {
    const { administrator, cohort, form, params } = await away()
    const sealed = sealedIn((await send(postNew, { params, form })).html)

    await signIn(administrator)
    await prove(administrator)
    expect((await send(postNew, { params, form: { ...sealed, email: '', password: '' } })).status).toBe(303)
    expect(await stored(cohort)).toHaveLength(1)
  })

  it('is neither shown to nor sent by somebody else who signs in at the same computer', async () => {
    const { school, cohort, form, params } = await away()
    const sealed = sealedIn((await send(postNew, { params, form })).html)

    const colleague = await insertStaff('administrator', school.institutionId)
    const sent = { ...sealed, email: colleague.email, password: PASSWORD }
    await send(postNew, { params, form: sent })
    await prove(colleague)
    const hers = await send(postNew, { params, form: sealed })
    expect([hers.status, sealedIn(hers.html)]).toEqual([403, sealed])
    expect(hers.html).toContain(t('account.ended.another'))
    expect(hers.html).not.toContain('Salle 3')

    const stranger = await insertStaff('administrator', await makeInstitution())
    await signIn(stranger)
    await prove(stranger)
    expect((await send(postNew, { params, form: sealed })).status).toBe(403)
    expect(await stored(cohort)).toEqual([])
  })

  it('cannot be sent to another address, nor changed', async () => {
    const { administrator, cohort, form, params } = await away()
    const sealed = sealedIn((await send(postNew, { params, form })).html)
    await signIn(administrator)
    await prove(administrator)

    const changed = { 'sealed-form': `${sealed['sealed-form'].slice(0, -4)}AAAA` }
    for (const [part, path] of [
      [sealed, '/fr/y'],
      [sealed, '/fr/x?set=1'],
      [changed, '/fr/x'],
      [{ 'sealed-form': '' }, '/fr/x'],
    ] as const) {
      expect((await send(postNew, { params, form: part }, path)).status).toBe(403)
    }
    expect(await stored(cohort)).toEqual([])
  })

  it('is not read without the cookie of a session, nor from another site', async () => {
    const { form, params } = await away()
    const headers = { origin: 'https://evil.example' }
    expect((await send(postNew, { params, form, headers })).status).toBe(403)
    const script = await send(postNew, { params, form, headers: { 'x-fragment': '1' } })
    expect([script.status, sealedIn(script.html)]).toEqual([401, { 'sealed-form': '' }])

    await callAs(null)
    const nobody = await send(postNew, { params, form })
    expect(nobody).toMatchObject({ status: 303, to: expect.stringContaining('/fr/sign-in?next=') })
  })

  it('is too large to be kept, and leads to the sign-in page', async () => {
    const { form, params } = await away()
    const large = { ...form, textFrench: 'x'.repeat(1024 * 1024) }
    expect(await send(postNew, { params, form: large })).toMatchObject({ status: 303 })
  })

  it('is kept for a button of another page, and then acted upon', async () => {
    const { administrator, secret, cohort } = await away()
    const { accountId, email: hers } = await insertPerson()
    const asking = { status: 'asked', accountId, email: hers } as const
    const { id: member } = await insertPlace(await cohortOf(cohort), asking)
    const params = { cohort, member }
    const asked = await send(postMember, { params, form: { act: 'admit' } })
    expect(asked.status).toBe(401)

    const email = administrator.email
    const entered = await send(postMember, { params, form: { ...sealedIn(asked.html), email, password: PASSWORD } })
    const code = { 'kept-form': held(entered.html, 'kept-form'), code: freshCode(secret) }
    expect((await send(postMember, { params, form: code })).status).toBe(303)
    expect(await db().cohortMember.findUnique({ where: { id: member } })).toMatchObject({ status: 'active' })
  })

  it('gives no password back', async () => {
    const { administrator } = await away()
    const form = { act: 'password', current: PASSWORD, newPassword: 'quatre dossiers demain' }
    const asked = await send(postAccount, { form })
    const email = administrator.email
    const entered = await send(postAccount, { form: { ...sealedIn(asked.html), email, password: PASSWORD } })
    expect(asked.status).toBe(401)
    expect(`${entered.status} ${entered.html}`).not.toContain('quatre dossiers demain')
  })
})
