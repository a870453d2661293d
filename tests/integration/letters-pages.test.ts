import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/account/letters/route'
import { GET as getStop, POST as postStop } from '@/app/[locale]/(learn)/letters/stop/route'
import { POST as postOneClick } from '@/app/api/letters/stop/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { chooseLetters } from '@/server/account/letters/choose-letters'
import { db } from '@/server/db/client'
import { stopLinks } from '@/server/mail/stop-link'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayChange } from '@/tests/support/people'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const HERE = '/fr/account/letters'
const at = (path: string) => `http://localhost:3000${path}`
const context = (locale: Locale = 'fr') => ({ params: Promise.resolve({ locale }) })
const get = (path = HERE) => GET(new Request(at(path)), context())
const post = (fields: Record<string, string>) =>
  POST(new Request(at(HERE), { method: 'POST', body: new URLSearchParams(fields) }), context())
const choicesOf = ({ accountId }: { accountId: string }) => db().letterChoice.findUnique({ where: { accountId } })

async function signedIn() {
  const person = await insertPerson({ locale: 'fr' })
  await callAs(person.sessionId)
  return person
}

describe('her page of letters', () => {
  it('saves what she chooses, and says so', async () => {
    const her = await signedIn()

    const answer = await post({ reminders: 'digest', reviews: 'on', announcements: 'off', pausedUntil: '' })

    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${HERE}?done=saved#choose`])
    expect(await choicesOf(her)).toMatchObject({
      reminders: 'digest',
      reviews: true,
      announcements: false,
      pausedUntil: null,
    })
    const html = await (await get(`${HERE}?done=saved`)).text()
    expect(html).toContain(t('letters.saved'))
    expect(html).toContain('<option value="digest" selected="">')
  })

  it('comes back with what was typed, and changes nothing, when it is wrong', async () => {
    const her = await signedIn()

    const answer = await post({ reminders: 'digest', reviews: 'off', announcements: 'on', pausedUntil: '2020-01-01' })
    const html = await answer.text()

    expect(answer.status).toBe(400)
    expect(html).toContain(t('fields.problems.not-ahead'))
    expect(html).toContain('<option value="digest" selected="">')
    expect(await choicesOf(her)).toBeNull()
  })

  it('lists her last letters and no other person’s', async () => {
    const her = await signedIn()
    const other = await insertPerson()
    await db().mail.create({ data: { kind: 'certificateRevoked', to: her.email, state: 'sent', sentAt: new Date() } })
    await db().mail.create({ data: { kind: 'invitation', to: other.email, accountId: other.accountId } })

    const html = await (await get()).text()

    expect(html).toContain(t('letters.kinds.certificateRevoked'))
    expect(html).not.toContain(t('letters.kinds.invitation'))
  })
})

describe('the link at the end of a letter', () => {
  const pathOf = async (accountId: string, letterClass: 'reminder' | 'review' = 'reminder', locale: Locale = 'fr') => {
    const { page, oneClick } = await stopLinks({ accountId, letterClass }, locale)
    return { page: new URL(page), oneClick: new URL(oneClick) }
  }
  const open = (page: URL, locale: Locale = 'fr') => getStop(new Request(page), context(locale))
  const press = (page: URL) => postStop(new Request(page, { method: 'POST', body: new URLSearchParams() }), context())

  it.each(LOCALES)('opens a page that names nobody and changes nothing (%s)', async (locale) => {
    await callAs(null)
    const her = await insertPerson({ nameLatin: 'Zoubida Filali', nameArabic: 'زبيدة الفيلالي' })
    const { page } = await pathOf(her.accountId, 'reminder', locale)

    for (let time = 0; time < 2; time += 1) {
      const answer = await open(page, locale)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toMatch(/<form [^>]*method="post"/)
      expect(html).toContain('<meta name="referrer" content="strict-origin"/>')
      expect(html).not.toMatch(/Filali|الفيلالي/)
      expect(html).not.toContain(her.email)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect(await choicesOf(her)).toBeNull()
  })

  it('stops only the letters of its class, whether it is pressed once or twice', async () => {
    await callAs(null)
    const her = await insertPerson()
    await chooseLetters(mayChange(her), { reviews: true, pausedUntil: '2099-01-01' }, new Date())
    const { page } = await pathOf(her.accountId)

    for (let time = 0; time < 2; time += 1) expect((await press(page)).status).toBe(303)

    expect(await choicesOf(her)).toMatchObject({
      reminders: 'none',
      reviews: true,
      pausedUntil: new Date('2099-01-01'),
    })
    expect(await (await open(page)).text()).toContain(t('letters.stop.reminderDone'))
    await press((await pathOf(her.accountId, 'review')).page)
    expect(await choicesOf(her)).toMatchObject({ reminders: 'none', reviews: false })
  })

  it('also works from a mail program, which has no cookie and is another site', async () => {
    const her = await insertPerson()
    const { oneClick } = await pathOf(her.accountId)
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }

    const answer = await postOneClick(new Request(oneClick, { method: 'POST', body, headers }))

    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, null])
    expect(await choicesOf(her)).toMatchObject({ reminders: 'none' })
  })

  it('stops nothing if it was changed, or if its account was deleted', async () => {
    await callAs(null)
    const [her, other] = [await insertPerson(), await insertPerson()]
    const { page } = await pathOf(her.accountId)
    const bytes = Buffer.from(page.searchParams.get('token') ?? '', 'base64url')
    Buffer.from(other.accountId.replaceAll('-', ''), 'hex').copy(bytes)
    page.searchParams.set('token', bytes.toString('base64url'))

    expect((await open(page)).status).toBe(410)
    expect((await press(page)).status).toBe(410)
    expect(await choicesOf(other)).toBeNull()
    const { page: gone } = await pathOf(her.accountId)
    await db().account.delete({ where: { id: her.accountId } })
    expect((await press(gone)).status).toBe(410)
  })
})
