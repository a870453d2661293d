import { describe, expect, it } from 'vitest'
import type { Role } from '@/domain/auth/role'
import { changeNames } from '@/server/account/change-profile'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { heldCertificates } from '@/server/certificate/held'
import { db } from '@/server/db/client'
import { findMember } from '@/server/db/cohort/cohort-members'
import { confirmIdentity } from '@/server/institution/confirm-identity'
import { leave } from '@/server/institution/leave'
import { myInstitutions } from '@/server/institution/my-institutions'
import { findPeople } from '@/server/institution/people'
import { insertParticipant, insertPlace, makeCohort, makeSchool, teach } from '@/tests/support/cohorts'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { insertPerson, mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

const NOW = new Date('2026-12-01T10:00:00Z')
type Who = { accountId: string; sessionId: string }

const go = async (who: Who, institutionId: string | null, guarded = false) =>
  leave(permitFor(await actorNow(who), 'role:leave', { accountId: who.accountId, guarded }), institutionId, NOW)
const held = async ({ accountId }: Who, institutionId: string | null) =>
  (await db().role.findMany({ where: { accountId, institutionId, endedAt: null } })).map(({ role }) => role)
const acts = (subjectId: string) =>
  db().auditEntry.findMany({ where: { subjectId, act: { startsWith: 'role-' } }, orderBy: { id: 'asc' } })
const people = async (administrator: Who, institutionId: string) =>
  findPeople(permitFor(await actorNow(administrator), 'people:read', { institutionId }))

describe('leaving an institution', () => {
  it('ends her roles there and no other, once, in her own name', async () => {
    const [here, elsewhere] = [await makeInstitution(), await makeInstitution()]
    const administrator = await insertStaff('administrator', here)
    const her = await insertPerson()
    for (const role of ['learner', 'tutor'] as const) await giveRole(her.accountId, role, here)
    await giveRole(her.accountId, 'tutor', elsewhere)

    await Promise.all([go(her, here), go(her, here)])

    expect([await held(her, here), await held(her, elsewhere)]).toEqual([[], ['tutor']])
    expect((await people(administrator, here)).map(({ accountId }) => accountId)).not.toContain(her.accountId)
    expect(await acts(her.accountId)).toMatchObject(
      ['learner', 'tutor'].map((role) => ({ act: 'role-left', actorId: her.accountId, details: { role } })),
    )
    expect((await myInstitutions(mayRead(her))).map(({ institutionId }) => institutionId)).toEqual([elsewhere])
    expect((await viewsOfMyRecord(mayRead(her), null)).entries).toEqual([])
  })

  it('ends her places, also in an archived cohort; her seat goes to the waitlist, without her name', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    const her = await insertParticipant(cohort, { nameLatin: 'Salma Bennani' })
    await giveRole(her.accountId, 'learner', school.institutionId)
    const archived = await makeCohort(school)
    const past = await insertPlace(archived, { status: 'active', accountId: her.accountId, email: her.email })
    await db().cohort.update({ where: { id: archived.id }, data: { archivedAt: NOW } })
    const next = await insertPerson()
    const waiting = await insertPlace(cohort, { status: 'waiting', accountId: next.accountId, email: next.email })
    const other = await makeSchool()
    const otherPlace = await insertParticipant(await makeCohort(other), {})

    await go(her, school.institutionId)

    expect((await findMember(db(), her.memberId))?.status).toBe('withdrawn')
    expect((await findMember(db(), past.id))?.status).toBe('withdrawn')
    expect((await findMember(db(), waiting.id))?.status).toBe('invited')
    expect((await findMember(db(), otherPlace.memberId))?.status).toBe('active')
    const moves = await db().memberMove.findMany({ where: { memberId: waiting.id }, orderBy: { id: 'asc' } })
    expect(moves.at(-1)).toMatchObject({ to: 'invited', byId: null })
    expect(
      JSON.stringify((await viewsOfMyRecord(mayRead(next), null)).entries.map(({ actor }) => actor)),
    ).not.toContain('Bennani')
    // She keeps her work in the course.
    expect(await db().enrolment.count({ where: { accountId: her.accountId } })).toBe(1)
  })

  it('ends the confirmation of her names; her certificates keep mentioning it and stay in its list', async () => {
    const her = await certifiedLearner()
    const institutionId = await makeInstitution()
    const administrator = await insertStaff('administrator', institutionId)
    await giveRole(her.accountId, 'learner', institutionId)
    await teach(institutionId, her)
    const target = { institutionId, accountId: her.accountId }
    const names = { nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' }
    await confirmIdentity(permitFor(await actorNow(administrator), 'identity:confirm', target), names, NOW)
    const free = await insertPerson(names)
    await giveRole(free.accountId, 'learner', institutionId)
    await db().identityConfirmation.create({ data: { accountId: free.accountId, institutionId } })

    await go(her, institutionId)
    await go(free, institutionId)

    expect(await db().identityConfirmation.count({ where: { institutionId } })).toBe(0)
    expect(await changeNames(mayChange(free), { ...names, nameLatin: 'Fatima Berrada' })).toBe('changed')
    expect(await db().certificate.findFirst({ where: { accountId: her.accountId } })).toMatchObject({
      confirmerLatin: 'École de magistrature',
    })
    const list = permitFor(await actorNow(administrator), 'certificate:list', { institutionId })
    expect((await heldCertificates(list, '', 1, NOW)).certificates).toHaveLength(1)
    const over = permitFor(await actorNow(administrator), 'identity:confirm', target)
    await expect(confirmIdentity(over, names, NOW)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be done by nobody else', async () => {
    const institutionId = await makeInstitution()
    const administrator = await insertStaff('administrator', institutionId)
    const her = await insertStaff('tutor', institutionId)

    const asked = { accountId: her.accountId, guarded: false }
    expect(() => permitFor({ kind: 'anonymous' }, 'role:leave', asked)).toThrow()
    for (const who of [administrator, await insertStaff('platform-administrator', null)])
      await expect(actorNow(who).then((actor) => permitFor(actor, 'role:leave', asked))).rejects.toMatchObject({
        code: 'forbidden',
      })
  })
})

describe.each([
  ['an institution', 'administrator'],
  ['the platform', 'platform-administrator'],
] as const)('the last administrator of %s', (_, role: Role) => {
  const place = async () => {
    if (role === 'administrator') return makeInstitution()
    await db().role.deleteMany({ where: { role } })
    return null
  }

  it('can neither leave it nor delete her account', async () => {
    const institutionId = await place()
    const last = await insertStaff(role, institutionId)
    await insertStaff(role, institutionId, { disabled: true })

    await expect(go(last, institutionId, true)).rejects.toMatchObject({ code: 'last-administrator' })
    const deleting = deleteAccount(mayChange(last), PASSWORD, { address: '192.0.2.8', now: NOW })
    await expect(deleting).rejects.toMatchObject({ code: 'last-administrator' })
    expect(await held(last, institutionId)).toEqual([role])

    await insertStaff(role, institutionId)
    await go(last, institutionId, true)
    expect(await held(last, institutionId)).toEqual([])
  })

  it('stays if two leave at once', async () => {
    const institutionId = await place()
    const both = [await insertStaff(role, institutionId), await insertStaff(role, institutionId)]

    const outcomes = await Promise.allSettled(both.map((each) => go(each, institutionId, true)))

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db().role.count({ where: { institutionId, role, endedAt: null } })).toBe(1)
  })
})

it('ends nothing without a code if she got a guarded role meanwhile', async () => {
  const institutionId = await makeInstitution()
  const her = await insertStaff('tutor', institutionId)
  await giveRole(her.accountId, 'administrator', institutionId)

  await expect(go(her, institutionId, false)).rejects.toMatchObject({ code: 'conflict' })
})
