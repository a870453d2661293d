import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getPlan } from '@/app/[locale]/(learn)/practice/referral/[profile]/route'
import { GET as getDirectory } from '@/app/[locale]/(public)/library/referral/route'
import { GET as getSearch } from '@/app/[locale]/(public)/library/search/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import {
  GET as getContacts,
  POST as postContacts,
} from '@/app/[locale]/(teach)/institutions/[institution]/contacts/route'
import { GET as getDecision, POST as postDecision } from '@/app/[locale]/(teach)/institutions/contacts/[contact]/route'
import { GET as getReview } from '@/app/[locale]/(teach)/institutions/contacts/route'
import { expiryOf, MOST_CONTACTS } from '@/domain/contact/contact'
import { LOCALES } from '@/domain/locale'
import { dayOf, startOfDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { executeRetention } from '@/server/account-removal/retention'
import { permitFor } from '@/server/auth/permit'
import { type ContactDecision, decideContact } from '@/server/contact/decide-contact'
import { shownContacts } from '@/server/contact/shown-contacts'
import { library } from '@/server/content/library'
import { db } from '@/server/db/client'
import * as rows from '@/server/db/contact/regional-contacts'
import { CONTACT, contactForm } from '@/tests/support/contacts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow, insertStaff, makeInstitution } from '@/tests/support/staff'

type Params = Record<'locale' | 'institution' | 'contact' | 'profile', string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Who = { sessionId: string } | null
const t = translator('fr')
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
const TODAY = dayOf(new Date())
const PHONE = '0537 00 00 00'
const LOOKED = { answer: 'accept', sourceOpened: 'yes', sourceNames: 'yes' }

type Asked = { form?: Record<string, string>; query?: string; locale?: string } & Partial<Params>

async function call(who: Who, handler: Handler, { form, query = '', locale = 'fr', ...params }: Asked = {}) {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/x${query}`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const all = { locale, institution: '', contact: '', profile: '', ...params }
  const response = await handler(request, { params: Promise.resolve(all) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}
const directory = (query = '?region=03', locale = 'fr') => call(null, getDirectory as Handler, { query, locale })

async function court(region: string | null = '03') {
  const institution = await makeInstitution('court', 'Tribunal <b>de Fès</b>')
  await db().institution.update({ where: { id: institution }, data: { region } })
  return { institution, administrator: await insertStaff('administrator', institution) }
}
type Court = Awaited<ReturnType<typeof court>>
const platform = () => insertStaff('platform-administrator', null)
const propose = ({ institution, administrator }: Court, changed = {}) =>
  call(administrator, postContacts as Handler, { institution, form: contactForm(TODAY, changed) })
const latest = () => db().regionalContact.findFirstOrThrow({ orderBy: { proposedAt: 'desc' } })
const decision = (who: Who, contact: string, form: Record<string, string>) =>
  call(who, postDecision as Handler, { contact, form })

/** A contact that the platform has accepted. */
async function accepted(at: Court, changed = {}) {
  await propose(at, changed)
  const { id } = await latest()
  expect((await decision(await platform(), id, LOOKED)).status).toBe(303)
  return id
}
const expireAt = (id: string, expiresAt: Date) =>
  db().regionalContact.update({ where: { id }, data: { confirmedAt: new Date(), expiresAt } })
const soon = (days: number) => new Date(Date.now() + days * 86_400_000)

beforeEach(async () => {
  await db().regionalContact.deleteMany()
})
afterEach(() => vi.restoreAllMocks())

describe('a contact of a region', () => {
  it('is proposed by its institution, shown once the platform has looked at its source, and withdrawn', async () => {
    const fes = await court()
    const proposed = await propose(fes, { nameLatin: 'Foyer <script>alert(1)</script>' })
    expect(proposed).toMatchObject({ status: 303, to: `/fr/institutions/${fes.institution}/contacts?done=proposed` })
    const { id } = await latest()
    expect((await directory()).html).not.toContain(PHONE)

    const platformer = await platform()
    expect((await call(platformer, getReview as Handler)).html).toContain(`/institutions/contacts/${id}`)
    const page = await call(platformer, getDecision as Handler, { contact: id })
    expect(page.html).toContain(`href="${CONTACT.sourceUrl}"`)
    expect(page.html).not.toContain('<script>alert')
    expect(await decision(platformer, id, LOOKED)).toMatchObject({
      status: 303,
      to: '/fr/institutions/contacts?done=accepted',
    })

    for (const locale of LOCALES) {
      const { html } = await directory('?region=03', locale)
      expect(html).toContain(PHONE)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<b>de Fès')
    }
    expect((await directory('?region=04')).html).not.toContain(PHONE)
    expect((await directory('?role=health')).html).not.toContain(PHONE)

    const { institution, administrator } = fes
    const withdrawn = await call(administrator, postContacts as Handler, { institution, form: { remove: id } })
    expect(withdrawn.to).toContain('done=withdrawn')
    expect((await directory()).html).not.toContain(PHONE)
    expect((await call(administrator, postContacts as Handler, { institution, form: { remove: id } })).status).toBe(409)
    const acts = await db().auditEntry.findMany({ where: { institutionId: institution }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual(['contact-proposed', 'contact-accepted', 'contact-withdrawn'])
    expect(acts[1]?.actorId).toBe(platformer.accountId)
  })

  it('stands in the referral plans of its region, and leaves the other gaps to be filled in', async () => {
    const learner = await insertPerson()
    // s-begging is in region 03, m-domestic in 06.
    const plan = (profile: string) => call(learner, getPlan as Handler, { profile })
    const before = await plan('s-begging')
    await accepted(await court(), { service: 'health' })

    const { html } = await plan('s-begging')
    expect(html).toContain(PHONE)
    expect(html).toContain(
      shown(t('contacts.sourceOf', { source: '\u2068Page du centre\u2069', date: '' })).slice(0, 20),
    )
    const gaps = (page: string) => page.split(t('referralPlan.fill')).length
    expect(gaps(html)).toBe(gaps(before.html) - 1)
    expect((await plan('m-domestic')).html).not.toContain(PHONE)
  })

  it('is not in the search, before or after it is accepted', async () => {
    await accepted(await court(), { nameLatin: 'Foyer Zitouna' })
    const { status, html } = await call(null, getSearch as Handler, { query: '?q=Zitouna' })
    expect(status).toBe(200)
    expect(html).not.toContain('Foyer')
    expect((await directory()).html).not.toContain('ld+json')
  })

  it('comes back with what was typed if something is wrong, and nothing is stored', async () => {
    const { status, html } = await propose(await court(), { phone: '0137', sourceUrl: 'javascript:alert(1)' })
    expect(status).toBe(400)
    expect(html).toContain(shown(t('fields.problems.phone')))
    expect(html).toContain(shown(t('fields.problems.link')))
    expect(html).toContain('value="0137"')
    expect(html).not.toContain('href="javascript')
    expect(await db().regionalContact.count()).toBe(0)
  })

  it('is stored once, however often its form is sent', async () => {
    const fes = await court()
    const draft = randomUUID()
    const sent = await Promise.all([1, 2, 3].map(() => propose(fes, { draft })))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await db().regionalContact.count()).toBe(1)
  })

  it('gets the region of its institution, and the form cannot name another', async () => {
    const fes = await court('03')
    await propose(fes, { region: '06' })
    expect((await latest()).region).toBe('03')
    const nation = await court(null)
    expect((await propose(nation)).status).toBe(400)
    const { administrator, institution } = nation
    const { html } = await call(administrator, getContacts as Handler, { institution })
    expect(html).toContain(shown(t('contacts.noRegion')))
    expect(await db().regionalContact.count()).toBe(1)
  })

  it('is refused beyond a limit, even if two are proposed at once', async () => {
    const fes = await court()
    const one = { ...CONTACT, sourceDay: new Date(TODAY), region: '03', institutionId: fes.institution }
    await db().regionalContact.createMany({
      data: Array.from({ length: MOST_CONTACTS - 1 }, () => ({ ...one, proposedAt: new Date() })),
    })
    const two = await Promise.all([propose(fes), propose(fes)])
    expect(two.map(({ status }) => status).toSorted()).toEqual([303, 400])
  })
})

describe('the rights over a contact', () => {
  it('belong to neither a tutor nor another institution', async () => {
    const [fes, rabat] = [await court(), await court('04')]
    const id = await accepted(fes)
    const tutor = await insertStaff('tutor', fes.institution)
    const { institution } = fes
    for (const who of [rabat.administrator, tutor]) {
      expect((await call(who, getContacts as Handler, { institution })).status).toBe(403)
      for (const form of [contactForm(TODAY), { remove: id }, { confirm: id, checked: 'yes' }])
        expect((await call(who, postContacts as Handler, { institution, form })).status).toBe(403)
      expect((await decision(who, id, LOOKED)).status).toBe(403)
      expect((await call(who, getReview as Handler)).status).toBe(403)
    }
    expect((await call(null, postContacts as Handler, { institution, form: { remove: id } })).status).toBe(303)
    // The other court posts to its own page, with the id of this contact.
    const own = { institution: rabat.institution }
    for (const form of [{ remove: id }, { confirm: id, checked: 'yes' }, contactForm(TODAY, { replaces: id })])
      expect((await call(rabat.administrator, postContacts as Handler, { ...own, form })).status).toBe(404)
    expect((await call(rabat.administrator, postContacts as Handler, { ...own, form: { remove: 'x' } })).status).toBe(
      404,
    )
    expect((await directory()).html).toContain(PHONE)
  })

  it('are divided: the platform proposes nothing, and nobody decides on her own proposal', async () => {
    const fes = await court()
    const platformer = await platform()
    const { institution } = fes
    expect((await call(platformer, getContacts as Handler, { institution })).html).not.toContain('name="nameLatin"')
    const byPlatform = await call(platformer, postContacts as Handler, { institution, form: contactForm(TODAY) })
    expect(byPlatform.status).toBe(403)

    await db().role.create({
      data: { accountId: fes.administrator.accountId, role: 'platform-administrator', held: randomUUID() },
    })
    await propose(fes)
    const { id } = await latest()
    expect((await decision(fes.administrator, id, LOOKED)).status).toBe(403)
    expect((await call(fes.administrator, getReview as Handler)).html).toContain(shown(t('contacts.yours')))
    expect((await call(fes.administrator, getDecision as Handler, { contact: id })).status).toBe(403)
    expect((await latest()).state).toBe('proposed')
    // The platform can remove a wrong contact at once.
    expect((await call(platformer, postContacts as Handler, { institution, form: { remove: id } })).status).toBe(303)
  })
})

describe('the decision', () => {
  it('needs both confirmations about the source, and a fresh code', async () => {
    await propose(await court())
    const { id } = await latest()
    const platformer = await platform()
    const half = [
      { sourceOpened: 'yes', sourceNames: '' },
      { sourceOpened: '', sourceNames: 'yes' },
    ]
    for (const looks of half) expect((await decision(platformer, id, { answer: 'accept', ...looks })).status).toBe(400)
    expect((await decision(platformer, id, { answer: 'perhaps' })).status).toBe(400)
    expect((await decision(platformer, id, { answer: 'refuse', reason: ' ' })).status).toBe(400)
    await db().session.updateMany({
      where: { accountId: platformer.accountId },
      data: { provedAt: new Date(Date.now() - 3_600_000) },
    })
    expect((await decision(platformer, id, LOOKED)).status).not.toBe(303)
    expect(await latest()).toMatchObject({ state: 'proposed', sourceSeen: false, decidedAt: null })
  })

  it('is taken only once if two people decide at once', async () => {
    const fes = await court()
    for (let turn = 0; turn < 6; turn += 1) {
      await db().regionalContact.deleteMany()
      await propose(fes)
      const { id } = await latest()
      const [one, other] = [await platform(), await platform()]
      const outcomes = await Promise.allSettled([
        decideAs(one, { answer: 'accept' }),
        decideAs(other, { answer: 'refuse', reason: 'Numéro changé' }),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(outcomes.flatMap((each) => (each.status === 'rejected' ? each.reason : []))).toMatchObject([
        { code: 'already-decided' },
      ])
      const { state, refusalReason } = await latest()
      expect(refusalReason === null).toBe(state === 'accepted')
      expect(await db().auditEntry.count({ where: { details: { path: ['contact'], equals: id } } })).toBe(2)
    }
  })

  it('to refuse shows its reason to the institution, and nothing in the directory', async () => {
    const fes = await court()
    await propose(fes)
    const { id } = await latest()
    const platformer = await platform()
    await decision(platformer, id, { answer: 'refuse', reason: 'La page donne un <i>autre</i> numéro' })
    const { administrator, institution } = fes
    const { html } = await call(administrator, getContacts as Handler, { institution })
    expect(html).toContain('La page donne un &lt;i&gt;autre&lt;/i&gt; numéro')
    expect((await directory()).html).not.toContain(PHONE)
    expect((await decision(platformer, id, LOOKED)).status).toBe(409)
  })

  it('replaces the contact that a change concerns at once, and its page shows what differs', async () => {
    const fes = await court()
    const first = await accepted(fes)
    expect((await propose(fes, { replaces: first, phone: '0537 99 99 99' })).status).toBe(303)
    const { id } = await latest()
    // Only one change at a time may await a decision.
    expect((await propose(fes, { replaces: first, phone: '0537 88 88 88' })).status).toBe(400)
    expect((await directory()).html).toContain(PHONE)
    const platformer = await platform()
    const { html } = await call(platformer, getDecision as Handler, { contact: id })
    expect(html.split(shown(t('contacts.differs')))).toHaveLength(2)
    await decision(platformer, id, LOOKED)
    const after = (await directory()).html
    expect(after).toContain('0537 99 99 99')
    expect(after).not.toContain(PHONE)
    expect(await db().regionalContact.findUniqueOrThrow({ where: { id: first } })).toMatchObject({
      state: 'superseded',
    })
  })
})

describe('the twelve months of a contact', () => {
  it('end at midnight in Casablanca, when “to be confirmed” replaces the number', async () => {
    const fes = await court()
    const id = await accepted(fes)
    const { expiresAt } = await latest()
    expect(expiresAt).toEqual(startOfDay(dayOf(expiresAt as Date)))
    const before = await shownContacts('03', new Date(Number(expiresAt) - 1))
    const after = await shownContacts('03', expiresAt as Date)
    expect(before).toMatchObject({ shown: [{ id }], lapsed: [] })
    expect(after?.shown).toEqual([])
    expect(after?.lapsed).toEqual([{ id: 'lapsed-03-shelter', region: '03', roles: ['shelter'], lapsed: true }])

    await expireAt(id, soon(-1))
    const { html } = await directory()
    expect(html).not.toContain(PHONE)
    expect(html).not.toContain('hébergement</bdi>')
    expect(html).toContain(shown(t('contacts.toConfirm')))
    const plan = await call(await insertPerson(), getPlan as Handler, { profile: 's-begging' })
    expect(plan.html).toContain(shown(t('contacts.toConfirm')))
    const { administrator, institution } = fes
    const own = await call(administrator, getContacts as Handler, { institution })
    expect(own.html).toContain(shown(t('contacts.states.lapsed')))
    // It cannot be confirmed any more: its institution proposes it again, and the platform checks it again.
    expect(
      (await call(administrator, postContacts as Handler, { institution, form: { confirm: id, checked: 'yes' } }))
        .status,
    ).toBe(409)
    expect((await propose(fes, { replaces: id })).status).toBe(303)
    await decision(await platform(), (await latest()).id, LOOKED)
    const again = (await directory()).html
    expect(again).toContain(PHONE)
    expect(again).not.toContain(shown(t('contacts.toConfirm')))
  })

  it('begin again if the institution confirms the contact near their end', async () => {
    const { administrator, institution, ...fes } = await court()
    const id = await accepted({ administrator, institution, ...fes })
    const confirm = (form = { confirm: id, checked: 'yes' }) =>
      call(administrator, postContacts as Handler, { institution, form })
    expect((await confirm()).status).toBe(409)
    const ends = soon(20)
    await expireAt(id, ends)
    expect((await confirm({ confirm: id, checked: '' })).status).toBe(400)
    expect((await latest()).expiresAt).toEqual(ends)
    expect(
      (await call(await platform(), postContacts as Handler, { institution, form: { confirm: id, checked: 'yes' } }))
        .status,
    ).toBe(403)
    expect((await confirm()).to).toContain('done=confirmed')
    expect((await latest()).expiresAt).toEqual(expiryOf(new Date()))
    expect((await confirm()).status).toBe(409)
  })
})

describe('the contacts of an institution', () => {
  it('are hidden without a trace once it is archived', async () => {
    const fes = await court()
    const id = await accepted(fes)
    await propose(fes)
    const waiting = await latest()
    await db().institution.update({ where: { id: fes.institution }, data: { archivedAt: new Date() } })
    expect((await directory()).html).not.toContain(PHONE)
    await expireAt(id, soon(-1))
    expect((await directory()).html).not.toContain(shown(t('contacts.toConfirm')))
    const platformer = await platform()
    expect((await call(platformer, getReview as Handler)).html).toContain(shown(t('contacts.reviewNone')))
    expect((await decision(platformer, waiting.id, LOOKED)).status).toBe(404)
  })

  it('are hidden in both regions, and cannot be decided on, once it moves to another region', async () => {
    const fes = await court()
    await accepted(fes)
    await propose(fes)
    const waiting = await latest()
    const platformer = await platform()
    await db().institution.update({ where: { id: fes.institution }, data: { region: '06' } })
    for (const region of ['03', '06']) expect((await directory(`?region=${region}`)).html).not.toContain(PHONE)
    expect((await call(platformer, getReview as Handler)).html).toContain(shown(t('contacts.reviewNone')))
    expect((await call(platformer, getDecision as Handler, { contact: waiting.id })).html).toContain(
      shown(t('contacts.moved')),
    )
    expect((await decision(platformer, waiting.id, LOOKED)).status).toBe(409)
    expect((await latest()).state).toBe('proposed')
  })
})

it('the home page counts the directory as the directory does, also if the database does not answer', async () => {
  const rabat = await court('04')
  await propose(rabat)
  await decision(await platform(), (await latest()).id, LOOKED)
  const home = async () => (await call(null, getHome as Handler)).html
  const counted = async (count: number) => {
    expect((await directory('')).html).toContain(t('library.referral.count', { count }))
    expect(await home()).toContain(`<span>${t('home.count.referral', { count })}</span>`)
  }
  const ofLibrary = Object.keys(library().referral).length
  const shownNow = (await shownContacts(null, new Date()))?.shown.length ?? 0

  expect(shownNow).toBeGreaterThan(0)
  await counted(ofLibrary + shownNow)

  const gone = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
  vi.spyOn(rows, 'findShownContacts').mockRejectedValue(gone)
  vi.spyOn(rows, 'countShown').mockRejectedValue(gone)
  await counted(ofLibrary)
})

it('the directory says that the contacts are missing if the database does not answer', async () => {
  vi.spyOn(rows, 'findShownContacts').mockRejectedValue(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
  const { status, html } = await directory('')
  expect(status).toBe(200)
  expect(html).toContain(shown(t('contacts.unavailable')))
})

it('a contact is deleted a year after its end, and kept while it is shown', async () => {
  const fes = await court()
  const one = { ...CONTACT, sourceDay: new Date(TODAY), region: '03', institutionId: fes.institution, sourceSeen: true }
  const at = (days: number) => ({ decidedAt: soon(days), confirmedAt: soon(days), proposedAt: soon(days) })
  const rowsOf = [
    { state: 'accepted', expiresAt: soon(1), ...at(-900) },
    { state: 'accepted', expiresAt: soon(-360), ...at(-900) },
    { state: 'refused', ...at(-360) },
    { state: 'withdrawn', endedAt: soon(-360), ...at(-900) },
    { state: 'proposed', proposedAt: soon(-360) },
  ]
  const gone = [
    { state: 'accepted', expiresAt: soon(-370), ...at(-900) },
    { state: 'refused', ...at(-370) },
    { state: 'superseded', endedAt: soon(-370), expiresAt: soon(1), ...at(-900) },
    { state: 'proposed', proposedAt: soon(-370) },
  ]
  await db().regionalContact.createMany({ data: [...rowsOf, ...gone].map((row) => ({ ...one, ...row })) })
  await executeRetention(new Date())
  expect(await db().regionalContact.count()).toBe(rowsOf.length)
})

async function decideAs(who: { accountId: string; sessionId: string }, answer: ContactDecision) {
  const contact = await latest()
  const permit = permitFor(await actorNow(who), 'contact:decide', { proposedBy: contact.proposedById })
  return decideContact(permit, contact, answer, new Date())
}
