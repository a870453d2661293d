import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLeave, POST as postLeave } from '@/app/[locale]/(learn)/account/institutions/leave/route'
import { GET as getMine, POST as postMine } from '@/app/[locale]/(learn)/account/institutions/route'
import { GET as getPeople, POST as postPeople } from '@/app/[locale]/(teach)/institutions/[institution]/people/route'
import { POST as postBack } from '@/app/[locale]/(teach)/institutions/[institution]/people/take-back/route'
import { ROLES, type Role } from '@/domain/auth/role'
import { offerExpiry } from '@/domain/auth/role-offer'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { insertOffer } from '@/server/db/auth/role-offers'
import { db } from '@/server/db/client'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
type Who = { accountId: string; sessionId: string }
const sent = (path: string, fields: Record<string, string>) =>
  new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields) })
const at = (locale: Locale = 'fr') => ({ params: Promise.resolve({ locale }) })

async function see(who: Who, query = '', locale: Locale = 'fr') {
  await callAs(who.sessionId)
  const response = await getMine(new Request(`${ORIGIN}/${locale}/account/institutions${query}`), at(locale))
  return { status: response.status, html: await response.text() }
}
async function answer(who: Who, fields: Record<string, string>) {
  await callAs(who.sessionId)
  const response = await postMine(sent('/fr/account/institutions', fields), at())
  return [response.status, response.headers.get('location')]
}
async function offerTo(email: string, institutionId: string | null, role: Role, now = new Date()) {
  const by = await insertStaff('administrator', institutionId ?? (await makeInstitution()), {
    nameLatin: 'Karim Idrissi',
  })
  const id = await insertOffer(
    db(),
    { email, institutionId, role, nameArabic: '', nameLatin: '' },
    { by: by.accountId, expiresAt: offerExpiry(now) },
    now,
  )
  return id ?? ''
}

describe('her institutions', () => {
  it.each(LOCALES)('explain each role in %s, and what others will see, before she accepts', async (locale) => {
    const her = await insertPerson()
    const t = translator(locale)
    const institutionId = await makeInstitution('commission', 'Commission nationale')
    for (const role of ROLES)
      await offerTo(her.email, role.includes('platform') || role === 'support' ? null : institutionId, role)

    const { status, html } = await see(her, '', locale)

    expect(status).toBe(200)
    for (const role of ROLES) expect(html, role).toContain(t(`myInstitutions.means.${role}`).replaceAll("'", '&#x27;'))
    expect(html).toContain(t('myInstitutions.sees.institution'))
    expect(html).toContain(t('myInstitutions.sees.platform'))
    expect(html).toContain(locale === 'ar' ? 'مدرسة القضاء' : 'Commission nationale')
  })

  it('accept her answer, also a second time, and refuse a malformed one', async () => {
    const her = await insertPerson()
    const institutionId = await makeInstitution()
    const offer = await offerTo(her.email, institutionId, 'tutor')

    const answers: Record<string, string>[] = [
      {},
      { act: 'accept' },
      { act: 'accept', offer: 'x' },
      { act: 'own', offer },
    ]
    for (const wrong of answers) expect((await answer(her, wrong))[0]).toBe(400)
    const done = '/fr/account/institutions?done=accepted'
    expect(await answer(her, { act: 'accept', offer })).toEqual([303, done])
    expect(await answer(her, { act: 'accept', offer })).toEqual([303, done])
    expect((await answer(her, { act: 'decline', offer }))[0]).toBe(409)
    const { html } = await see(her, '?done=accepted')
    expect(html).toContain(fr('myInstitutions.done.accepted'))
    expect(html).toContain(`/fr/account/institutions/leave?institution=${institutionId}`)
  })

  it('refuse an answer to somebody else’s offer like one to an offer that does not exist', async () => {
    const her = await insertPerson()
    const offer = await offerTo((await insertPerson()).email, await makeInstitution(), 'tutor')
    const none = '0198c0de-0000-7000-8000-000000000001'

    expect(await answer(her, { act: 'accept', offer })).toEqual([403, null])
    expect(await answer(her, { act: 'accept', offer: none })).toEqual([403, null])
    expect((await see(her)).html).not.toContain(offer)
  })

  it('show nothing of what was offered to an address that is not confirmed', async () => {
    const her = await insertPerson({ confirmed: false })
    const offer = await offerTo(her.email, await makeInstitution(), 'tutor')

    const { html } = await see(her)
    expect(html).toContain(fr('myInstitutions.offers.unconfirmed'))
    expect(html).not.toContain(offer)
    expect((await answer(her, { act: 'accept', offer }))[0]).toBe(403)
  })

  it('lead a person who is signed out to the sign-in page', async () => {
    await callAs(null)
    const response = await getMine(new Request(`${ORIGIN}/fr/account/institutions`), at())
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/fr/sign-in?next=%2Ffr%2Faccount%2Finstitutions',
    ])
  })
})

describe('leaving', () => {
  const leave = async (who: Who, institution: string) => {
    await callAs(who.sessionId)
    const response = await postLeave(sent(`/fr/account/institutions/leave?institution=${institution}`, {}), at())
    return [response.status, response.headers.get('location')]
  }
  const read = async (who: Who, institution: string) => {
    await callAs(who.sessionId)
    const address = `${ORIGIN}/fr/account/institutions/leave?institution=${institution}`
    const response = await getLeave(new Request(address), at())
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }

  it('says what it ends, and ends it; it is not found for an institution where she has no role', async () => {
    const institutionId = await makeInstitution()
    const her = await insertPerson()
    await giveRole(her.accountId, 'learner', institutionId)

    for (const none of ['x', 'platform', await makeInstitution()]) expect((await read(her, none)).status).toBe(404)
    const { html } = await read(her, institutionId)
    for (const one of ['roles', 'places', 'identity', 'kept', 'certificates', 'back'] as const)
      expect(html).toContain(fr(`myInstitutions.leave.${one}`))
    expect(await leave(her, institutionId)).toEqual([303, '/fr/account/institutions?done=left'])
    expect(await leave(her, institutionId)).toEqual([303, '/fr/account/institutions'])
    expect(await db().role.count({ where: { accountId: her.accountId, endedAt: null } })).toBe(0)
  })

  it('asks an administrator for a fresh code first, and comes back', async () => {
    const institutionId = await makeInstitution()
    const her = await insertStaff('administrator', institutionId)
    await insertStaff('administrator', institutionId)
    await db().session.updateMany({ where: { accountId: her.accountId }, data: { provedAt: new Date(0) } })
    const door = `/fr/second-factor?next=${encodeURIComponent(`/fr/account/institutions/leave?institution=${institutionId}`)}`

    expect((await read(her, institutionId)).to).toBe(door)
    expect(await leave(her, institutionId)).toEqual([401, null])
    expect(await db().role.count({ where: { accountId: her.accountId, endedAt: null } })).toBe(1)
  })

  it('is refused to the last administrator of an institution', async () => {
    const institutionId = await makeInstitution()
    const her = await insertStaff('administrator', institutionId)

    expect((await leave(her, institutionId))[0]).toBe(409)
  })
})

describe('the page of people', () => {
  it('answers an offer with the same page, whether somebody has the address or not', async () => {
    const institution = await makeInstitution()
    const administrator = await insertStaff('administrator', institution, { nameLatin: 'Aicha Aaa' })
    const known = await insertPerson({ nameLatin: 'Salma Bennani', email: 'known-one@example.ma' })
    const path = `/fr/institutions/${institution}/people`
    const params = { params: Promise.resolve({ locale: 'fr', institution }) }
    const offer = async (email: string) => {
      await callAs(administrator.sessionId)
      const response = await postPeople(sent(path, { email, role: 'learner' }), params)
      const html = await (await getPeople(new Request(ORIGIN + response.headers.get('location')), params)).text()
      const { id } = await db().roleOffer.findFirstOrThrow({ where: { email } })
      const back = await postBack(sent(`${path}/take-back`, { offer: id }), params)
      expect(back.headers.get('location')).toBe(`${path}?done=offer-taken-back`)
      await db().roleOffer.deleteMany({ where: { id } })
      return html.replaceAll(email, 'EMAIL').replaceAll(id, 'ID')
    }

    const page = await offer(known.email)
    expect(page).toContain(fr('people.offers.states.waiting'))
    expect(page).not.toContain('Bennani')
    expect(await offer('nobody-at-all@example.ma')).toBe(page)
  })
})
