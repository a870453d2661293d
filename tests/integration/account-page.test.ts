import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/account/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, PASSWORD } from '@/tests/support/people'
import { giveRole, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const HERE = '/fr/account'
const context = { params: Promise.resolve({ locale: 'fr' }) }
const at = (path: string) => `http://localhost:3000${path}`
const get = (path = HERE) => GET(new Request(at(path)), context)
const post = (fields: Record<string, string>) =>
  POST(new Request(at(HERE), { method: 'POST', body: new URLSearchParams(fields) }), context)
const led = ({ status, headers }: Response) => [status, headers.get('location')]

async function signedIn() {
  const person = await insertPerson()
  await callAs(person.sessionId)
  return person
}

const account = (id: string) => db().account.findUniqueOrThrow({ where: { id } })
/** The part of the page under a heading. */
const section = (html: string, id: string) =>
  html.match(new RegExp(`<section[^>]*aria-labelledby="${id}-title".*?</section>`))?.[0]
const PROFILE = { act: 'profile', function: 'clerk', institution: 'Cour d’appel de Fès', locale: 'en' }

/** The subjects whose fold is open. */
const opened = (html: string) =>
  [...html.matchAll(/<section aria-labelledby="([\w-]+)-title"><details[^>]* open=""/g)].map(([, id]) => id)

describe('the folds of the account', () => {
  it('are closed at first, and the place that an address names is inside its fold', async () => {
    await signedIn()
    const html = await (await get()).text()

    expect(opened(html)).toEqual([])
    for (const id of ['names', 'profile', 'password', 'second-factor', 'sessions', 'seen', 'data', 'delete']) {
      expect(section(html, id), id).toMatch(new RegExp(`</summary><div id="${id}"`))
    }
  })

  it('are open where something was saved, refused or read on, and nowhere else', async () => {
    await signedIn()

    for (const act of ['names', 'profile', 'password', 'sessions']) {
      expect(opened(await (await get(`${HERE}?done=${act}`)).text())).toEqual([act])
    }
    const refused = await post({ act: 'delete', current: 'x', understood: 'yes' })
    expect(opened(await refused.text())).toEqual(['delete'])
    const before = '0190aaaa-0000-7000-8000-000000000000'
    expect(opened(await (await get(`${HERE}?before=${before}`)).text())).toEqual(['seen'])
  })
})

describe('a form of the account', () => {
  it.each([
    ['names', { nameArabic: 'زينب بناني', nameLatin: 'Zainab Bennani' }],
    ['profile', PROFILE],
  ])('is saved, and its own section alone says so (%s)', async (act, fields) => {
    const { accountId } = await signedIn()

    expect(led(await post({ ...fields, act }))).toEqual([303, `${HERE}?done=${act}#${act}`])

    const { act: _, ...stored } = { act, ...fields }
    expect(await account(accountId)).toMatchObject(stored)
    const html = await (await get(`${HERE}?done=${act}`)).text()
    expect(section(html, act)).toMatch(new RegExp(`role="status"[^>]*>${t('account.saved')}`))
    expect(html.match(/role="status"/g)).toHaveLength(1)
  })

  it.each([
    ['names', { nameArabic: 'Zainab', nameLatin: 'Zainab Bennani' }, 'my-names-nameArabic', 'Zainab Bennani'],
    ['profile', { ...PROFILE, function: 'king' }, 'my-profile-function', 'Cour d’appel de Fès'],
    ['password', { current: '', newPassword: 'short' }, 'my-password-newPassword', ''],
    ['delete', { current: '', understood: 'yes' }, 'deletion-current', 'checked'],
  ])('with an error gets 400 with what was typed, and changes nothing (%s)', async (act, fields, problem, kept) => {
    const { accountId } = await signedIn()
    const before = await account(accountId)

    const answer = await post({ ...fields, act })
    const html = await answer.text()

    expect(answer.status).toBe(400)
    expect(section(html, act)).toContain(`<a href="#${problem}">`)
    expect(section(html, act)).toContain(kept)
    expect(html).toContain(`<title>${t('fields.errorPrefix')} `)
    expect(html.match(/role="alert"/g)).toHaveLength(1)
    expect(await account(accountId)).toEqual(before)
  })

  it('never gives a password back', async () => {
    await signedIn()
    const html = await (await post({ act: 'password', current: 'wrong horse battery', newPassword: 'short' })).text()
    const wrong = await (await post({ act: 'delete', current: 'wrong horse battery', understood: 'yes' })).text()

    expect(html + wrong).not.toContain('wrong horse')
    expect(wrong).toContain(t('fields.problems.password-wrong'))
  })

  it('changes the password with the one that is in force, and says so', async () => {
    const { accountId } = await signedIn()
    const before = await account(accountId)

    expect(
      led(await post({ act: 'password', current: PASSWORD, newPassword: 'une robe noire et trois codes' })),
    ).toEqual([303, `${HERE}?done=password#password`])
    expect((await account(accountId)).passwordHash).not.toBe(before.passwordHash)
  })

  it('is answered 429 after three wrong passwords', async () => {
    await signedIn()
    const statuses = []
    for (let time = 0; time < 4; time++) {
      statuses.push((await post({ act: 'delete', current: 'not the right one', understood: 'yes' })).status)
    }

    expect(statuses).toEqual([400, 400, 400, 429])
  })

  it('refuses names that a certificate carries', async () => {
    const { accountId } = await signedIn()
    await insertLearningRecord(accountId, `ACCOUNT${accountId.slice(-6)}`)

    const answer = await post({ act: 'names', nameArabic: 'زينب بناني', nameLatin: 'Zainab Bennani' })

    expect(answer.status).toBe(409)
    expect((await account(accountId)).nameLatin).toBe('Fatima Alaoui')
  })

  it('refuses to delete the last administrator, and links to the page where she names another one', async () => {
    const { accountId } = await signedIn()
    await db().role.updateMany({ where: { role: 'platform-administrator' }, data: { held: null, endedAt: new Date() } })
    await giveRole(accountId, 'platform-administrator', null)

    const answer = await post({ act: 'delete', current: PASSWORD, understood: 'yes' })

    expect(answer.status).toBe(409)
    expect(section(await answer.text(), 'delete')).toContain('href="/fr/institutions"')
  })

  it('deletes the account, and redirects to the sign-in page with a notice', async () => {
    const { accountId } = await signedIn()

    expect(led(await post({ act: 'delete', current: PASSWORD, understood: 'yes' }))).toEqual([
      303,
      '/fr/sign-in?notice=deleted#main',
    ])
    expect(await db().account.count({ where: { id: accountId } })).toBe(0)
  })

  it.each<Record<string, string>>([{}, { act: 'none' }, { act: 'toString' }])(
    'is refused if its act is unknown (%j)',
    async (fields) => {
      await signedIn()

      expect((await post(fields)).status).toBe(400)
    },
  )
})

describe('a person who is signed out', () => {
  it('is redirected to the sign-in page, which keeps the address to return to', async () => {
    await callAs(null)

    expect(led(await get(`${HERE}?before=3`))).toEqual([
      303,
      `/fr/sign-in?next=${encodeURIComponent('/fr/account?before=3')}`,
    ])
  })

  it.each(['names', 'profile', 'password', 'delete'])('is told at sign-in that nothing was saved (%s)', async (act) => {
    await callAs(null)

    expect(led(await post({ ...PROFILE, act, current: PASSWORD, understood: 'yes' }))).toEqual([
      303,
      `/fr/sign-in?next=${encodeURIComponent(HERE)}&notice=not-saved#main`,
    ])
  })

  it.each(['sign-out', 'sign-out-everywhere'])('may sign out again, and gets the usual notice (%s)', async (act) => {
    await callAs(null)

    expect(led(await post({ act }))).toEqual([303, '/fr/sign-in?notice=signed-out'])
  })
})

/** Cookies are not cleared: that of the known browser does not tell whose browser it is. */
const NOTHING_STAYS = '"cache", "storage"'

it('tells the browser to clear its cache and storage once the account is deleted, and not before', async () => {
  await signedIn()
  const changed = await post(PROFILE)
  expect(changed.headers.has('clear-site-data')).toBe(false)
  const wrong = await post({ act: 'delete', current: 'wrong', understood: 'yes' })
  expect(wrong.headers.has('clear-site-data')).toBe(false)
  const deleted = await post({ act: 'delete', current: PASSWORD, understood: 'yes' })
  expect(led(deleted)).toEqual([303, '/fr/sign-in?notice=deleted#main'])
  expect(deleted.headers.get('clear-site-data')).toBe(NOTHING_STAYS)
})

describe('signing out', () => {
  it.each([
    ['sign-out', 1],
    ['sign-out-everywhere', 0],
  ])('ends the session of this browser, or all of them (%s)', async (act, left) => {
    const { accountId } = await signedIn()
    await db().session.create({ data: { accountId, expiresAt: new Date(Date.now() + 60_000) } })

    const answer = await post({ act })
    expect(led(answer)).toEqual([303, '/fr/sign-in?notice=signed-out'])
    expect(answer.headers.get('clear-site-data')).toBe(NOTHING_STAYS)

    expect(await db().session.count({ where: { accountId } })).toBe(left)
    expect((await get()).status).toBe(303)
  })
})

describe('the open sign-ins', () => {
  it.each([
    ['learner', 'account.sessions.lead'],
    ['tutor', 'account.sessions.leadStaff'],
    ['reviewer', 'account.sessions.leadStaff'],
  ] as const)('say how long one lasts (%s)', async (role, lead) => {
    const { accountId } = await signedIn()
    await giveRole(accountId, role, role === 'reviewer' ? null : await makeInstitution())

    expect(section(await (await get()).text(), 'sessions')).toContain(`<p>${t(lead)}</p>`)
  })
})
