import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as offerRoute from '@/app/[locale]/(auth)/offer/route'
import type { Role } from '@/domain/auth/role'
import { OFFER_LINK_DAYS } from '@/domain/auth/role-offer'
import type { Letter } from '@/domain/letter/letter'
import { translator } from '@/i18n/translator'
import { newCaller } from '@/server/auth/caller'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { escapeHtml } from '@/server/escape-html'
import { acceptOffer, offeredTo, offersToMe } from '@/server/institution/answer-offer'
import { archiveInstitution } from '@/server/institution/institutions'
import { joinOffered, offeredInvitee } from '@/server/institution/join-offered'
import { offerRole, offersMade, resendOffer, withdrawOffer } from '@/server/institution/offer-role'
import { writeLetter } from '@/server/mail/letter'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow, insertStaff, makeInstitution } from '@/tests/support/staff'

const NOW = new Date()
const DAY_MS = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const CHOSEN = 'une phrase assez longue 27'
const NAMES = { nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' }
const t = translator('fr')
type Who = { accountId: string; sessionId: string }

const mayOffer = async (by: Who, institutionId: string | null) =>
  permitFor(await actorNow(by), 'people:read', { institutionId })
const addressOf = () => `${randomUUID()}@example.ma`
const lettersTo = async (to: string) =>
  (await db().mail.findMany({ where: { to }, orderBy: { createdAt: 'asc' } })).map(({ letter }) => letter as Letter)
const tokenIn = (letter: Letter | undefined) => new URL(letter?.link ?? '').searchParams.get('token') ?? ''
const person = (email: string) =>
  ({ email, ...NAMES, function: 'other', institution: 'École', locale: 'fr', password: CHOSEN }) as const

/** A role offered to an address without an account, with the letter about it. */
async function invited(role: Role = 'tutor', { email = addressOf(), now = NOW } = {}) {
  const institutionId = role === 'platform-administrator' ? null : await makeInstitution('school', 'École <b>')
  const platform = role === 'administrator' || institutionId === null
  const by = await insertStaff(platform ? 'platform-administrator' : 'administrator', platform ? null : institutionId)
  const permit = await mayOffer(by, institutionId)
  await offerRole(permit, { email, role, locale: 'fr', ...NAMES }, now)
  const { id } = await db().roleOffer.findFirstOrThrow({ where: { email } })
  const [letter] = await lettersTo(email)
  return { email, institutionId, by, permit, id, letter, token: tokenIn(letter) }
}

async function call(token: string, form?: Record<string, string>) {
  const url = `http://localhost/fr/offer?token=${token}`
  const props = { params: Promise.resolve({ locale: 'fr' }) }
  const body = form && new URLSearchParams(form)
  const request = new Request(url, body ? { method: 'POST', body } : {})
  const answer = await (body ? offerRoute.POST : offerRoute.GET)(request, props)
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}
const fields = { ...NAMES, function: 'other', institution: 'École', locale: 'fr', password: CHOSEN }
const whoIsSignedIn = async () => (await newCaller().session())?.accountId ?? null

describe.each(['tutor', 'administrator', 'platform-administrator'] as const)('a %s without an account', (role) => {
  it('gets one letter, opens her account by it with the names that were typed, and then accepts', async () => {
    const { email, id, letter, token } = await invited(role)
    expect(await lettersTo(email)).toHaveLength(1)
    expect(letter).toMatchObject({ kind: 'staffInvited', name: NAMES.nameLatin })
    expect(writeLetter(letter as Letter).html).not.toContain('<b>')

    await callAs(null)
    const page = await call(token)
    expect(page.status).toBe(200)
    for (const shown of [NAMES.nameLatin, NAMES.nameArabic, email]) expect(page.html).toContain(`value="${shown}"`)
    expect(await db().account.count({ where: { email } })).toBe(0)

    expect(await call(token, fields)).toMatchObject({ status: 303, to: '/fr/account/institutions' })
    const account = await db().account.findUniqueOrThrow({ where: { email } })
    expect(account).toMatchObject(NAMES)
    expect(account.emailConfirmedAt).not.toBeNull()
    expect(await whoIsSignedIn()).toBe(account.id)
    expect(await db().role.count({ where: { accountId: account.id } })).toBe(0)

    const { sessionId } = (await newCaller().session()) ?? { sessionId: '' }
    const her = { accountId: account.id, sessionId }
    const actor = await actorNow(her)
    expect(await offersToMe(permitFor(actor, 'account:read', { accountId: account.id }), NOW)).toMatchObject([
      { id, role },
    ])
    await acceptOffer(permitFor(actor, 'offer:answer', { accountId: await offeredTo(id) }), id, NOW)
    const roles = (await actorNow(her)).roles
    expect([...(roles?.platform ?? []), ...(roles?.institutions ?? []).map((held) => held.role)]).toEqual([role])
    // Her role requires a second factor as usual, and she has none yet.
    expect(roles?.proof).toBe('none')
  })
})

describe('the link of an invitation', () => {
  it('works once: sent again it only signs in, and with another password it does nothing', async () => {
    const { email, token } = await invited()
    await callAs(null)
    await call(token, fields)
    const first = await whoIsSignedIn()
    await callAs(null)
    expect(await call(token, fields)).toMatchObject({ status: 303, to: '/fr/account/institutions' })
    expect(await whoIsSignedIn()).toBe(first)
    await callAs(null)
    const other = await call(token, { ...fields, password: 'une tout autre phrase 31' })
    expect(other).toMatchObject({ status: 303, to: `/fr/offer?token=${token}` })
    expect(await whoIsSignedIn()).toBeNull()
    const page = await call(token)
    expect(page.html).toContain(escapeHtml(t('staffInvitation.known')))
    expect(page.html).not.toContain(email)
  })

  it('opens one account if two people use it at once', async () => {
    const { email, token } = await invited()
    const both = await Promise.all([joinOffered(token, person(email), NOW), joinOffered(token, person(email), NOW)])

    expect(both.filter((one) => one !== null)).toHaveLength(1)
    expect(await db().account.count({ where: { email } })).toBe(1)
  })

  it('gives nothing to another signed-in person to whom it is forwarded', async () => {
    const { email, token, id } = await invited()
    const stranger = await insertPerson()
    await callAs(stranger.sessionId)

    expect(await call(token)).toMatchObject({ status: 303, to: '/fr/account/institutions' })
    expect((await call(token, fields)).status).toBe(403)
    const actor = await actorNow(stranger)
    expect(await offersToMe(permitFor(actor, 'account:read', { accountId: stranger.accountId }), NOW)).toEqual([])
    expect(await offeredTo(id)).toBeNull()
    expect(await db().account.count({ where: { email } })).toBe(0)
  })

  it('opens the account of the invited address, whatever address the form says', async () => {
    const { email, token } = await invited()
    await callAs(null)
    await call(token, { ...fields, email: 'somebody.else@example.ma' })

    expect(await db().account.count({ where: { email } })).toBe(1)
    expect(await db().account.count({ where: { email: 'somebody.else@example.ma' } })).toBe(0)
  })

  it('refuses a wrong form, and never gives the password back', async () => {
    const { token, email } = await invited()
    await callAs(null)
    const answer = await call(token, { ...fields, nameLatin: 'هدى', password: 'court' })

    expect(answer.status).toBe(400)
    expect(answer.html).not.toContain('court"')
    expect(await db().account.count({ where: { email } })).toBe(0)
  })

  it('ends after its days, when the offer is taken back, and with its institution', async () => {
    const { email, token, permit, id } = await invited()
    expect(await offeredInvitee(token, later(OFFER_LINK_DAYS - 1))).not.toBeNull()
    expect(await offeredInvitee(token, later(OFFER_LINK_DAYS + 1))).toBeNull()
    expect(await joinOffered(token, person(email), later(OFFER_LINK_DAYS + 1))).toBeNull()

    await withdrawOffer(permit, id, NOW)
    expect(await offeredInvitee(token, NOW)).toBeNull()
    expect(await joinOffered(token, person(email), NOW)).toBeNull()
    await callAs(null)
    expect((await call(token)).status).toBe(410)

    const other = await invited()
    const platform = await insertStaff('platform-administrator', null)
    const institutionId = other.institutionId ?? ''
    await archiveInstitution(permitFor(await actorNow(platform), 'institution:archive', { institutionId }), 'x', NOW)
    expect(await offeredInvitee(other.token, NOW)).toBeNull()
    expect(await db().account.count({ where: { email } })).toBe(0)
  })

  it('ends once it is sent again; the new link is valid from then on', async () => {
    const { email, token, permit, id } = await invited()
    await resendOffer(permit, id, 'fr', new Date(NOW.getTime() + 1000))
    expect(await lettersTo(email)).toHaveLength(1)

    await resendOffer(permit, id, 'ar', later(10))
    const again = (await lettersTo(email)).at(-1)
    expect(again).toMatchObject({ kind: 'staffInvited', locale: 'ar', name: NAMES.nameArabic })
    expect(await offeredInvitee(token, later(10))).toBeNull()
    expect(await offeredInvitee(tokenIn(again), later(20))).not.toBeNull()
    expect(await offersMade(permit, later(35))).toMatchObject([{ id, state: 'waiting', toldAt: later(10), ...NAMES }])
    const acts = await db().auditEntry.findMany({
      where: { institutionId: permit.target.institutionId, act: 'role-offer-sent-again' },
    })
    expect(acts).toHaveLength(1)
    expect(JSON.stringify(acts[0]?.details)).not.toContain(email)
  })

  it('cannot be sent again by another institution, or after it was taken back', async () => {
    const { permit, id } = await invited()
    const elsewhere = await makeInstitution()
    const stranger = await insertStaff('administrator', elsewhere)
    await expect(resendOffer(await mayOffer(stranger, elsewhere), id, 'fr', later(1))).rejects.toMatchObject({
      code: 'not-found',
    })

    await withdrawOffer(permit, id, NOW)
    await expect(resendOffer(permit, id, 'fr', later(1))).rejects.toMatchObject({ code: 'offer-ended' })
  })
})

describe('two people who invite the same person', () => {
  it('send one letter for each institution, and both offers go to one account', async () => {
    const { email, institutionId, token } = await invited()
    const colleague = await insertStaff('administrator', institutionId)
    await offerRole(await mayOffer(colleague, institutionId), { email, role: 'tutor', locale: 'fr' }, NOW)
    expect(await lettersTo(email)).toHaveLength(1)

    const second = await invited('tutor', { email })
    const accountId = await joinOffered(token, person(email), NOW)
    expect(await db().roleOffer.count({ where: { email, outcome: null } })).toBe(2)
    const secondToken = tokenIn((await lettersTo(email)).at(-1))
    expect(secondToken).not.toBe(token)
    expect(await offeredInvitee(secondToken, NOW)).toMatchObject({ known: true })
    expect(await joinOffered(secondToken, person(email), NOW)).toBeNull()
    expect(second.institutionId).not.toBe(institutionId)
    expect(await db().account.findUnique({ where: { email } })).toMatchObject({ id: accountId })
  })

  it('cannot tell an address with an account from one without', async () => {
    const known = await insertPerson()
    const institutionId = await makeInstitution()
    const by = await insertStaff('administrator', institutionId)
    const permit = await mayOffer(by, institutionId)
    const unknown = addressOf()
    for (const email of [known.email, unknown]) await offerRole(permit, { email, role: 'tutor', locale: 'fr' }, NOW)

    const [one, other] = (await offersMade(permit, NOW)).map(({ id: _, email: __, ...rest }) => rest)
    expect(one).toEqual(other)
    expect((await lettersTo(known.email))[0]).toMatchObject({ kind: 'roleOffered' })
    expect((await lettersTo(unknown))[0]).toMatchObject({ kind: 'staffInvited' })
  })
})
