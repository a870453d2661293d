import { existsSync } from 'node:fs'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(review)/review/short/[kind]/[lang]/route'
import { SHORT_AT_ONCE } from '@/domain/editorial/short-entries'
import { AREAS, type Scope } from '@/domain/signoff/scope'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { FULL_SCOPE, giveRole, insertStaff, passSecondFactor } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
beforeEach(async () => {
  await db().editorialSignature.deleteMany({ where: { kind: 'term' } })
})

const t = translator('fr')
const SCOPE: Scope = { ...FULL_SCOPE, areas: ['legal'], parts: ['library:term'], languages: ['fr'] }

async function reviewer(scope: Partial<Scope> = {}) {
  const person = await insertPerson({ locale: 'fr' })
  await giveRole(person.accountId, 'reviewer', null, { ...SCOPE, ...scope })
  await passSecondFactor(person.accountId)
  await callAs(person.sessionId)
  return person
}

type Place = { kind?: string; lang?: string; query?: string }
const addressOf = ({ kind = 'term', lang = 'fr', query = '' }: Place) =>
  `http://localhost:3000/fr/review/short/${kind}/${lang}${query}`
const params = ({ kind = 'term', lang = 'fr' }: Place) => ({ params: Promise.resolve({ locale: 'fr', kind, lang }) })
const answerOf = async (response: Response) => ({
  status: response.status,
  to: response.headers.get('location') ?? '',
  html: await response.text(),
})
const see = async (place: Place = {}) => answerOf(await GET(new Request(addressOf(place)), params(place)))
async function sign(entries: readonly string[], place: Place = {}) {
  const body = new URLSearchParams(entries.map((entry) => ['entry', entry]))
  return answerOf(await POST(new Request(addressOf(place), { method: 'POST', body }), params(place)))
}
const ticksIn = (html: string) => [...html.matchAll(/name="entry" value="([^"]+)"/g)].map(([, value = '']) => value)
const idOf = (tick = '') => tick.split(' ')[0] ?? ''
const signatures = (accountId: string) => db().editorialSignature.findMany({ where: { accountId, kind: 'term' } })

it('shows ten entries in full, and signs those that are ticked, each with its hash', async () => {
  const { accountId } = await reviewer()
  const first = await see()
  const ticks = ticksIn(first.html)
  const ids = [...first.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

  expect(ticks).toHaveLength(SHORT_AT_ONCE)
  expect(new Set(ids).size).toBe(ids.length)
  const chosen = ticks.slice(0, 3)
  expect(await sign(chosen)).toMatchObject({ status: 303, to: expect.stringContaining('signed=3') })

  const signed = await signatures(accountId)
  expect(signed.map(({ textId, hash }) => `${textId} ${hash}`).sort()).toEqual(chosen.toSorted())
  for (const one of signed) expect(one).toMatchObject({ language: 'fr', area: 'legal', function: SCOPE.function })
  const after = await see({ query: '?signed=3' })
  expect(after.html).toContain(t('editorial.short.signed', { count: 3 }))
  expect(ticksIn(after.html).map(idOf)).toEqual(expect.arrayContaining(ticks.slice(3).map(idOf)))
  expect(ticksIn(after.html).some((tick) => chosen.includes(tick))).toBe(false)
})

it('shows beside an entry what colleagues propose to change in it', async () => {
  await reviewer()
  const [tick = '', other = ''] = ticksIn((await see()).html)
  const by = { signer: 'R-2222', function: 'F', body: 'B', proposedAt: new Date() }
  const of = { kind: 'term', textId: idOf(tick), language: 'fr', summary: 'Autre sens', reason: 'r', files: [] }
  const { id } = await db().editorialProposal.create({ data: { ...of, ...by } })

  const { html } = await see()

  const entry = html.slice(html.indexOf(`id="short-${idOf(tick)}"`), html.indexOf(`id="short-${idOf(other)}"`))
  expect(entry).toContain(`href="/fr/review/term/${idOf(tick)}/fr/proposals/${id}"`)
  expect(html.split(t('editorial.text.pending', { language: 'Français' }))).toHaveLength(2)
})

it('refuses an entry that changed, by its name, and signs the others', async () => {
  const { accountId } = await reviewer()
  const [one = '', other = '', third = ''] = ticksIn((await see()).html)
  const changed = `${idOf(other)} ${'0'.repeat(64)}`

  const refused = await sign([one, changed, `no-such-term ${'0'.repeat(64)}`])

  expect(refused.status).toBe(409)
  expect(refused.html).toContain(t('editorial.short.signed', { count: 1 }))
  expect(refused.html).toContain(`href="#short-${idOf(other)}"`)
  expect(refused.html).toContain(t('editorial.text.refusals.changed', { by: '' }).trim())
  expect(refused.html).toContain('no-such-term')
  expect((await signatures(accountId)).map(({ textId }) => textId)).toEqual([idOf(one)])
  expect((await sign([one])).status).toBe(409)
  expect((await sign([third, third])).status).toBe(303)
  expect(await signatures(accountId)).toHaveLength(2)
})

it('says first who signed meanwhile', async () => {
  await reviewer()
  const [tick = ''] = ticksIn((await see()).html)
  await sign([tick])
  const { accountId } = await reviewer({ function: 'Avocate', body: 'Barreau' })

  const second = await sign([tick])

  expect(second.status).toBe(409)
  expect(second.html).toContain(SCOPE.function)
  expect(await signatures(accountId)).toEqual([])
})

it('signs nothing that she proposed or signed in another role', async () => {
  const { accountId } = await reviewer({ areas: [...AREAS] })
  const [own = '', twice = ''] = ticksIn((await see()).html)
  const by = { signer: 'R-2222', function: 'F', body: 'B' }
  const proposal = { kind: 'term', textId: idOf(own), language: 'fr', summary: 's', reason: 'r', files: [] }
  await db().editorialProposal.create({
    data: { ...proposal, ...by, proposedById: accountId, proposedAt: new Date(), state: 'accepted' },
  })
  expect((await sign([twice], { query: '?area=language' })).status).toBe(303)

  const page = await see()
  expect(ticksIn(page.html).map(idOf)).not.toContain(idOf(own))
  expect(page.html).toContain(t('editorial.text.hindered.otherArea'))
  expect((await sign([own, twice])).status).toBe(409)
  expect((await signatures(accountId)).map(({ area }) => area)).toEqual(['language'])
  await db().editorialProposal.deleteMany({ where: { proposedById: accountId } })
})

it('needs a fresh code, and accepts only ticks that the page has made', async () => {
  const { accountId } = await reviewer()
  const ticks = ticksIn((await see()).html)

  const none = await sign([])
  expect(none.status).toBe(400)
  expect(none.html).toContain(t('editorial.short.tickOne'))
  expect((await sign(['<b>'])).status).toBe(400)
  expect((await sign(Array.from({ length: SHORT_AT_ONCE + 1 }, (_, at) => `t-${at} x`))).status).toBe(400)
  await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(Date.now() - 16 * 60_000) } })
  const late = await sign(ticks)
  expect(late.status).toBe(401)
  expect(late.html).toContain(t('secondFactor.ask.title'))
  expect(await signatures(accountId)).toEqual([])
})

it('is closed to people who do not review these entries, and signs only her languages', async () => {
  const { accountId } = await reviewer()
  const [tick = ''] = ticksIn((await see()).html)
  for (const place of [{ kind: 'referral' }, { kind: 'law' }, { kind: 'lesson' }, { lang: 'de' }]) {
    expect((await see(place)).status, JSON.stringify(place)).toBe(404)
  }
  const arabic = await see({ lang: 'ar' })
  expect(arabic.status).toBe(200)
  expect(ticksIn(arabic.html)).toEqual([])
  expect((await sign([tick], { lang: 'ar' })).status).toBe(404)

  await db().role.updateMany({ where: { accountId }, data: { endedAt: new Date(), held: null } })
  expect((await see()).status).toBe(404)
  expect((await sign([tick])).status).toBe(404)
  await callAs((await insertPerson()).sessionId)
  expect((await see()).status).toBe(404)
  const platform = await insertStaff('platform-administrator', null)
  await callAs(platform.sessionId)
  expect(ticksIn((await see()).html)).toEqual([])
  expect((await sign([tick])).status).toBe(404)
  expect(await signatures(accountId)).toEqual([])
})
