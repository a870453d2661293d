import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { expiredBefore } from '@/domain/account/terms'
import { INSTITUTION_ROLES, isPlatformRole, ROLES, type Role, rolesIn } from '@/domain/auth/role'
import { ENDED_OFFER_DAYS, OFFER_DAYS } from '@/domain/auth/role-offer'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { readAudit, viewsOfMyRecord } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { heldCertificates } from '@/server/certificate/held'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { db, sql } from '@/server/db/client'
import { deleteExpired } from '@/server/db/retention/expired'
import { acceptOffer, declineOffer, offeredTo, offersToMe } from '@/server/institution/answer-offer'
import { confirmIdentity } from '@/server/institution/confirm-identity'
import { archiveInstitution } from '@/server/institution/institutions'
import { offerRole, offersMade, withdrawOffer } from '@/server/institution/offer-role'
import { findPeople } from '@/server/institution/people'
import { tellUntold } from '@/server/institution/tell-offered'
import { writeLetter } from '@/server/mail/letter'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { insertPerson, mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { mayPropose, targetOf } from '@/tests/support/proposals'
import { actorNow, FULL_SCOPE, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const NOW = new Date('2026-11-25T10:00:00Z')
const DAY_MS = 86_400_000
const LATER = new Date(NOW.getTime() + OFFER_DAYS * DAY_MS)
type Who = { accountId: string; sessionId: string }

/** A person who may offer a role, and where. */
async function offerer(role: Role) {
  const institutionId = isPlatformRole(role)
    ? null
    : await makeInstitution(role === 'commission-member' ? 'commission' : 'school', 'Autre école')
  const byPlatform = isPlatformRole(role) || role === 'administrator'
  const by = byPlatform
    ? await insertStaff('platform-administrator', null)
    : await insertStaff('administrator', institutionId)
  return { by, institutionId }
}

const mayOffer = async (by: Who, institutionId: string | null) =>
  permitFor(await actorNow(by), 'people:read', { institutionId })
const offer = async (by: Who, institutionId: string | null, email: string, role: Role, now = NOW) =>
  offerRole(
    await mayOffer(by, institutionId),
    { email, role, locale: 'fr', ...(role === 'reviewer' && { scope: FULL_SCOPE }) },
    now,
  )
const made = async (by: Who, institutionId: string | null, now = NOW) =>
  offersMade(await mayOffer(by, institutionId), now)
const idOf = async (email: string) => (await db().roleOffer.findFirstOrThrow({ where: { email } })).id
const mayAnswer = async (who: Who, id: string) =>
  permitFor(await actorNow(who), 'offer:answer', { accountId: await offeredTo(id) })
const accept = async (who: Who, id: string, now = NOW) => acceptOffer(await mayAnswer(who, id), id, now)
const decline = async (who: Who, id: string, now = NOW) => declineOffer(await mayAnswer(who, id), id, now)
const roles = async (who: Who) => (await actorNow(who)).roles
const rights = async (who: Who) => {
  const { platform = [], institutions = [] } = (await roles(who)) ?? {}
  return [...platform, ...institutions.map(({ role }) => role)]
}
const audited = async (institutionId: string | null) =>
  db().auditEntry.findMany({ where: { institutionId, act: { startsWith: 'role-' } }, orderBy: { id: 'asc' } })

describe.each(ROLES)('a %s who was offered that role unasked', (role) => {
  it('gives the institution no right over her, and has none by it herself', async () => {
    const names = { nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' }
    const her = await certifiedLearner(names)
    const { by, institutionId } = await offerer(role)

    expect(await offer(by, institutionId, her.email, role)).toEqual({ status: 'offered' })

    expect(await rights(her)).toEqual([])
    const people = await findPeople(await mayOffer(by, institutionId))
    expect(people.map(({ accountId }) => accountId)).not.toContain(her.accountId)
    expect(JSON.stringify(await made(by, institutionId))).not.toMatch(/Mrabet|المرابط/)
    const audit = await readAudit(permitFor(await actorNow(by), 'audit:read', { institutionId }), null)
    expect(JSON.stringify(audit, asText)).not.toMatch(/Mrabet|المرابط/)
    if (institutionId === null) return

    const school = await insertStaff('administrator', institutionId)
    const list = permitFor(await actorNow(school), 'certificate:list', { institutionId })
    expect(await heldCertificates(list, '', 1, NOW)).toMatchObject({ certificates: [], open: [] })
    await expect(mayPropose(school, her.certificate.number)).rejects.toMatchObject({ code: 'forbidden' })
    const target = { institutionId, accountId: her.accountId }
    const confirm = permitFor(await actorNow(school), 'identity:confirm', target)
    await expect(confirmIdentity(confirm, names, NOW)).rejects.toMatchObject({ code: 'not-found' })
    const found = await verifyCertificate(her.certificate.number, null, visitOf())
    expect(found.status === 'found' && found.facts.confirmer).toBeNull()
  })

  it('holds it once she accepts, which does not open what she earned elsewhere', async () => {
    const her = await certifiedLearner()
    const { by, institutionId } = await offerer(role)
    await offer(by, institutionId, her.email, role)
    const id = await idOf(her.email)
    expect(await offersToMe(mayRead(her), NOW)).toMatchObject([{ id, role, institutionId }])

    await Promise.all([accept(her, id), accept(her, id)])

    expect(await rights(her)).toEqual([role])
    expect(await offersToMe(mayRead(her), NOW)).toEqual([])
    expect((await made(by, institutionId)).filter(({ email }) => email === her.email)).toEqual([])
    expect(await db().role.findMany({ where: { accountId: her.accountId } })).toMatchObject([
      { grantedById: by.accountId, grantedAt: NOW, endedAt: null },
    ])
    const entries = (await audited(institutionId)).filter(({ details }) => JSON.stringify(details).includes(id))
    expect(entries).toMatchObject([
      { act: 'role-offered', actorId: by.accountId, subjectId: null },
      { act: 'role-accepted', actorId: her.accountId, subjectId: her.accountId },
    ])
    expect((await targetOf(her.certificate.number)).institutionIds).toEqual([])
    if (institutionId === null) return
    const school = await insertStaff('administrator', institutionId)
    const list = permitFor(await actorNow(school), 'certificate:list', { institutionId })
    expect(await heldCertificates(list, '', 1, NOW)).toMatchObject({ certificates: [] })
    await expect(mayPropose(school, her.certificate.number)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('declines it without letting anybody know her name', async () => {
    const her = await insertPerson({ nameLatin: 'Salma Bennani' })
    const { by, institutionId } = await offerer(role)
    await offer(by, institutionId, her.email, role)
    const id = await idOf(her.email)

    await Promise.all([decline(her, id), decline(her, id)])

    expect(await rights(her)).toEqual([])
    const shown = (await made(by, institutionId)).filter(({ email }) => email === her.email)
    expect(shown).toMatchObject([{ state: 'declined', mayEnd: false }])
    await expect(accept(her, id)).rejects.toMatchObject({ code: 'offer-ended' })
    const read = await readAudit(permitFor(await actorNow(by), 'audit:read', { institutionId }), null)
    expect(read.entries).toContainEqual(expect.objectContaining({ act: 'role-declined', actor: null, subject: null }))
    expect(JSON.stringify(read, asText)).not.toContain('Bennani')
    expect((await audited(institutionId)).at(-1)).toMatchObject({ act: 'role-declined', actorId: her.accountId })
  })
})

/** The four steps by which an administrator once took over an account of another school, knowing only its address. */
it('the attack: an administrator who offers a role to a person of another school gains nothing', async () => {
  const victim = await certifiedLearner({ nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' })
  const own = await makeInstitution('school', 'Autre école')
  const attacker = await insertStaff('administrator', own)
  const names = { nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' }

  await offer(attacker, own, victim.email, 'learner')
  expect(JSON.stringify(await findPeople(await mayOffer(attacker, own)))).not.toContain('Mrabet')
  const list = permitFor(await actorNow(attacker), 'certificate:list', { institutionId: own })
  expect((await heldCertificates(list, victim.certificate.number, 1, NOW)).certificates).toEqual([])
  const over = permitFor(await actorNow(attacker), 'identity:confirm', {
    institutionId: own,
    accountId: victim.accountId,
  })
  await expect(confirmIdentity(over, names, NOW)).rejects.toMatchObject({ code: 'not-found' })
  expect(await db().identityConfirmation.count({ where: { accountId: victim.accountId } })).toBe(0)
  const second = await insertStaff('administrator', own)
  for (const each of [attacker, second])
    await expect(mayPropose(each, victim.certificate.number)).rejects.toMatchObject({ code: 'forbidden' })

  // Even if there is a row for a role that she never accepted, they may not propose a change of her certificate.
  await giveRole(victim.accountId, 'learner', own)
  for (const each of [attacker, second])
    await expect(mayPropose(each, victim.certificate.number)).rejects.toMatchObject({ code: 'forbidden' })
})

describe('an offer', () => {
  const toTutor = async () => {
    const institutionId = await makeInstitution('school', 'École de magistrature')
    return { institutionId, by: await insertStaff('administrator', institutionId) }
  }

  it.each([
    ['unknown', async () => `${randomUUID()}@example.ma`],
    ['unconfirmed', async () => (await insertPerson({ confirmed: false })).email],
    ['disabled', async () => (await insertPerson({ disabled: true })).email],
    ['confirmed', async () => (await insertPerson()).email],
  ])('looks the same to the person who makes it if the address is %s', async (_, emailOf) => {
    const { by, institutionId } = await toTutor()
    const email = await emailOf()

    expect(await offer(by, institutionId, email, 'tutor')).toEqual({ status: 'offered' })
    const [shown, ...others] = await made(by, institutionId)
    expect(others).toEqual([])
    expect(shown).toEqual({
      id: await idOf(email),
      email,
      role: 'tutor',
      state: 'waiting',
      expiresAt: LATER,
      toldAt: NOW,
      nameArabic: '',
      nameLatin: '',
      mayEnd: true,
      scope: null,
    })
    expect(await audited(institutionId)).toMatchObject([{ act: 'role-offered', subjectId: null }])
    expect(JSON.stringify(await audited(institutionId), asText)).not.toContain(email)
    expect(await db().mail.count({ where: { to: email, kind: { in: ['roleOffered', 'staffInvited'] } } })).toBe(1)
  })

  it('waits for an account, and then for the confirmation of its address', async () => {
    const { by, institutionId } = await toTutor()
    const email = `${randomUUID()}@example.ma`
    await offer(by, institutionId, email, 'tutor')
    const id = await idOf(email)
    await expect(mayAnswer(await insertPerson(), id)).rejects.toMatchObject({ code: 'forbidden' })

    const her = await insertPerson({ email, confirmed: false })
    const unconfirmed = { ...(await actorNow(her)), confirmed: false }
    const target = { accountId: await offeredTo(id) }
    expect(() => permitFor(unconfirmed, 'offer:answer', target)).toThrow(
      expect.objectContaining({ code: 'unconfirmed' }),
    )
    const reading = permitFor(unconfirmed, 'account:read', { accountId: her.accountId })
    expect(await offersToMe(reading, NOW)).toEqual([])

    await accept(her, id)
    expect(await rights(her)).toEqual(['tutor'])
  })

  it('is answered only by the owner of the address', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(by, institutionId, her.email, 'tutor')
    const id = await idOf(her.email)

    for (const other of [await insertPerson(), by])
      for (const answer of [accept, decline])
        await expect(answer(other, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(accept(her, randomUUID())).rejects.toMatchObject({ code: 'forbidden' })
    expect(await offersToMe(mayRead(her), NOW)).toHaveLength(1)
  })

  it('tells her by letter, in her language, what waits for her and until when', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson({ locale: 'fr', nameLatin: 'Salma Bennani' })
    await offer(by, institutionId, her.email, 'tutor')
    const stranger = `${randomUUID()}@example.ma`
    await offer(by, institutionId, stranger, 'learner')

    const mail = await db().mail.findFirstOrThrow({ where: { to: her.email } })
    expect(mail).toMatchObject({ kind: 'roleOffered', accountId: her.accountId })
    const { subject, text } = writeLetter(mail.letter as never)
    expect(subject).toContain('Tuteur / tutrice')
    expect(text).toContain('Salma Bennani')
    expect(text).toContain('École de magistrature')
    expect(text).toContain('25 décembre 2026')
    expect(text).toContain('http://localhost:3000/fr/account/institutions')
    const other = await db().mail.findFirstOrThrow({ where: { to: stranger } })
    expect(other.accountId).toBeNull()
    expect(writeLetter(other.letter as never).text).toContain('http://localhost:3000/fr/offer?token=')
  })

  it('is made once if its form is sent twice, and never to oneself or for a role that is held', async () => {
    const { by, institutionId } = await toTutor()
    const { email } = await insertPerson()

    await Promise.all([offer(by, institutionId, email, 'tutor'), offer(by, institutionId, email, 'tutor')])

    expect(await db().roleOffer.count({ where: { email } })).toBe(1)
    expect(await db().mail.count({ where: { to: email } })).toBe(1)
    expect(await offer(by, institutionId, by.email, 'tutor')).toEqual({ status: 'own' })
    const tutor = await insertStaff('tutor', institutionId)
    expect(await offer(by, institutionId, tutor.email, 'tutor')).toEqual({ status: 'held' })
  })

  it('does not flood an address: only so many letters a day from one institution', async () => {
    const { by, institutionId } = await toTutor()
    const { email } = await insertPerson()
    const again = async () => {
      await offer(by, institutionId, email, 'tutor')
      const { id } = await db().roleOffer.findFirstOrThrow({ where: { email, outcome: null } })
      await withdrawOffer(await mayOffer(by, institutionId), id, NOW)
    }

    for (let times = 0; times < 5; times++) await again()
    await expect(again()).rejects.toMatchObject({ code: 'too-many-requests' })
  })

  it('is refused for a role that the policy does not let this person offer', async () => {
    const { by, institutionId } = await toTutor()
    const { email } = await insertPerson()

    for (const role of ['administrator', 'platform-administrator', 'support'] as const)
      await expect(offer(by, institutionId, email, role)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(offer(by, institutionId, email, 'commission-member')).rejects.toMatchObject({ code: 'invalid-input' })
    const tutor = await insertStaff('tutor', institutionId)
    await expect(mayOffer(tutor, institutionId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db().roleOffer.count({ where: { email } })).toBe(0)
  })

  it('expires, and makes room for another one', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(by, institutionId, her.email, 'tutor')
    const id = await idOf(her.email)

    expect(await offersToMe(mayRead(her), LATER)).toEqual([])
    await expect(accept(her, id, LATER)).rejects.toMatchObject({ code: 'offer-ended' })
    expect(await made(by, institutionId, LATER)).toMatchObject([{ state: 'expired', mayEnd: false }])
    await offer(by, institutionId, her.email, 'tutor', LATER)
    expect((await made(by, institutionId, LATER)).map(({ state }) => state).toSorted()).toEqual(['expired', 'waiting'])
    expect(await rights(her)).toEqual([])
  })

  it('is removed 90 days after its end, and one that waits is not', async () => {
    const { by, institutionId } = await toTutor()
    const [one, two, three] = [await insertPerson(), await insertPerson(), await insertPerson()]
    for (const { email } of [one, two]) await offer(by, institutionId, email, 'tutor')
    await decline(one, await idOf(one.email))
    const later = new Date(NOW.getTime() + 91 * DAY_MS)
    await offer(by, institutionId, three.email, 'tutor', later)
    const left = async (now: Date) => {
      await deleteExpired(sql(), 'offers', expiredBefore({ count: ENDED_OFFER_DAYS, unit: 'days' }, now))
      const rows = await db().roleOffer.findMany({ where: { institutionId }, orderBy: { offeredAt: 'asc' } })
      return rows.map(({ email }) => email)
    }

    expect(await left(new Date(NOW.getTime() + 89 * DAY_MS))).toHaveLength(3)
    expect(await left(later)).toEqual([two.email, three.email])
    expect(await left(new Date(NOW.getTime() + 121 * DAY_MS))).toEqual([three.email])
  })

  it('is taken back by the institution that made it, before it is answered', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(by, institutionId, her.email, 'tutor')
    const id = await idOf(her.email)
    const stranger = await toTutor()
    const back = async (who: Who, at: string | null) => withdrawOffer(await mayOffer(who, at), id, NOW)

    await expect(back(stranger.by, stranger.institutionId)).rejects.toMatchObject({ code: 'not-found' })
    await Promise.all([back(by, institutionId), back(by, institutionId)])
    await expect(accept(her, id)).rejects.toMatchObject({ code: 'offer-ended' })
    expect(await made(by, institutionId)).toMatchObject([{ state: 'taken-back' }])
    expect((await audited(institutionId)).map(({ act }) => act)).toEqual(['role-offered', 'role-offer-taken-back'])
  })

  it('by the platform cannot be taken back by the institution', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(await insertStaff('platform-administrator', null), institutionId, her.email, 'administrator')

    expect(await made(by, institutionId)).toMatchObject([{ role: 'administrator', mayEnd: false }])
    const back = withdrawOffer(await mayOffer(by, institutionId), await idOf(her.email), NOW)
    await expect(back).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('has one outcome if several answers come at once', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(by, institutionId, her.email, 'tutor')
    const id = await idOf(her.email)
    const back = withdrawOffer(await mayOffer(by, institutionId), id, NOW)

    const outcomes = await Promise.allSettled([accept(her, id), decline(her, id), back])

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { outcome } = await db().roleOffer.findUniqueOrThrow({ where: { id } })
    expect(await rights(her)).toEqual(outcome === 'accepted' ? ['tutor'] : [])
  })

  it('ends if its institution is archived meanwhile', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(by, institutionId, her.email, 'tutor')
    const platform = await insertStaff('platform-administrator', null)
    const archive = permitFor(await actorNow(platform), 'institution:archive', { institutionId })
    await archiveInstitution(archive, 'Fusionnée', NOW)

    expect(await offersToMe(mayRead(her), NOW)).toEqual([])
    await expect(accept(her, await idOf(her.email))).rejects.toMatchObject({ code: 'offer-ended' })
    expect(await rights(her)).toEqual([])
  })

  it('is deleted with the account of its address', async () => {
    const { by, institutionId } = await toTutor()
    const her = await insertPerson()
    await offer(by, institutionId, her.email, 'tutor')

    await deleteAccount(mayChange(her), PASSWORD, { address: '192.0.2.7', now: NOW })

    expect(await db().roleOffer.count({ where: { email: her.email } })).toBe(0)
    expect(await made(by, institutionId)).toEqual([])
  })

  it('that a migration has made is announced by letter, once', async () => {
    const institutionId = await makeInstitution()
    const her = await insertPerson()
    const row = { email: her.email, institutionId, role: 'learner', open: randomUUID(), expiresAt: LATER }
    await db().roleOffer.create({ data: row })

    await Promise.all([tellUntold(NOW), tellUntold(NOW)])
    await tellUntold(NOW)

    expect(await db().mail.findMany({ where: { to: her.email } })).toMatchObject([{ kind: 'roleOffered' }])
  })
})

it('is in the audit log of the institution, and not on her page of what others did', async () => {
  const institutionId = await makeInstitution()
  const by = await insertStaff('administrator', institutionId)
  const her = await insertPerson()
  await offer(by, institutionId, her.email, 'tutor')
  await accept(her, await idOf(her.email))

  expect((await viewsOfMyRecord(mayRead(her), null)).entries).toEqual([])
  expect((await audited(institutionId)).map(({ act }) => act)).toEqual(['role-offered', 'role-accepted'])
})

it('covers every role that an institution or the platform can give', () => {
  expect([...INSTITUTION_ROLES].toSorted()).toEqual(rolesIn('commission').toSorted())
})

/** The ids of the audit log are big integers. */
function asText(_: string, value: unknown) {
  return typeof value === 'bigint' ? String(value) : value
}
