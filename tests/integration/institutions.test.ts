import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor, Permission, Targets } from '@/domain/auth/policy'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { readAudit } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { revokeRole } from '@/server/institution/change-roles'
import { foundPlatform } from '@/server/institution/found-platform'
import {
  archiveInstitution,
  changeInstitution,
  comingWork,
  createInstitution,
  listInstitutions,
  readInstitutionOf,
} from '@/server/institution/institutions'
import { offerRole } from '@/server/institution/offer-role'
import { findPeople } from '@/server/institution/people'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { insertPerson, mayChange, PASSWORD } from '@/tests/support/people'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const NOW = new Date('2026-11-25T10:00:00Z')
const FIELDS = {
  kind: 'court',
  nameArabic: 'محكمة الاستئناف بفاس',
  nameLatin: 'Cour d’appel de Fès',
  region: '03',
} as const

type Who = { accountId: string; sessionId: string }
const may = async <P extends Permission>(who: Who, permission: P, target: Targets[P]) =>
  permitFor(await actorNow(who), permission, target)
const acts = (institutionId: string) =>
  db().auditEntry.findMany({ where: { institutionId }, orderBy: { id: 'asc' }, omit: { id: true } })

/** A school with an administrator, a tutor and a learner, and the administrator of another school. */
async function school() {
  const id = await makeInstitution()
  const elsewhere = await makeInstitution('court', 'Cour d’appel de Rabat')
  return {
    id,
    administrator: await insertStaff('administrator', id),
    tutor: await insertStaff('tutor', id),
    learner: await insertStaff('learner', id),
    stranger: await insertStaff('administrator', elsewhere),
    elsewhere,
  }
}
const platform = () => insertStaff('platform-administrator', null)

describe('the permissions in an institution', () => {
  const anonymous: Actor = { kind: 'anonymous' }
  const ASKED = (institutionId: string, accountId: string) =>
    [
      ['institution:change', { institutionId }],
      ['people:read', { institutionId }],
      ['audit:read', { institutionId }],
      ['role:offer', { institutionId, accountId, role: 'tutor' }],
      ['role:end', { institutionId, accountId, role: 'tutor' }],
      ['identity:confirm', { institutionId, accountId }],
      ['identity:withdraw', { institutionId, accountId }],
    ] as const

  it('are for its administrator, and not for that of another school, a tutor, a learner or a visitor', async () => {
    const { id, administrator, tutor, learner, stranger } = await school()
    const her = await insertPerson()

    for (const [permission, target] of ASKED(id, her.accountId)) {
      expect(permitFor(await actorNow(administrator), permission, target).target).toEqual(target)
      for (const other of [tutor, learner, stranger]) {
        await expect(may(other, permission, target), permission).rejects.toMatchObject({ code: 'forbidden' })
      }
      expect(() => permitFor(anonymous, permission, target)).toThrow(
        expect.objectContaining({ code: 'sign-in-required' }),
      )
    }
  })

  it('require an administrator to set up a second factor', async () => {
    const id = await makeInstitution()
    const her = await insertPerson()
    await giveRole(her.accountId, 'administrator', id)

    await expect(may(her, 'people:read', { institutionId: id })).rejects.toMatchObject({
      code: 'second-factor-missing',
    })
  })
})

describe('an institution', () => {
  it('is made once by a form that was sent twice, and changed, with each act in its audit', async () => {
    const her = await platform()
    const id = randomUUID()
    const create = async () => createInstitution(await may(her, 'institution:create', {}), id, FIELDS, NOW)
    await Promise.all([create(), create()])
    await changeInstitution(
      await may(her, 'institution:change', { institutionId: id }),
      { ...FIELDS, region: null },
      NOW,
    )

    expect(await readInstitutionOf(await may(her, 'institution:read', { institutionId: id }))).toMatchObject({
      ...FIELDS,
      region: null,
    })
    expect(await acts(id)).toMatchObject([
      { act: 'institution-created', actorId: her.accountId, at: NOW },
      { act: 'institution-changed', actorId: her.accountId },
    ])
  })

  it.each(['not-an-id', randomUUID()])('that does not exist is not found: %s', async (institutionId) => {
    const permit = await may(await platform(), 'institution:read', { institutionId })
    await expect(readInstitutionOf(permit)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is listed for the platform’s staff with its number of people, and for its own staff', async () => {
    const { id, elsewhere, administrator, tutor, learner } = await school()
    const list = async (who: Who) => listInstitutions(await may(who, 'institution:list', {}))
    const ids = async (who: Who) => (await list(who)).map((each) => each.id)

    expect(await ids(administrator)).toEqual([id])
    expect(await ids(tutor)).toEqual([id])
    expect(await ids(learner)).toEqual([])
    const all = await list(await insertStaff('support', null))
    expect(all.map((each) => each.id)).toEqual(expect.arrayContaining([id, elsewhere]))
    expect(all.find((each) => each.id === id)?.people).toBe(3)
  })

  it('permits nothing once it is archived, and the audit log contains the reason', async () => {
    const { id, administrator, tutor } = await school()
    const her = await platform()
    await archiveInstitution(await may(her, 'institution:archive', { institutionId: id }), 'Fusionnée', NOW)

    for (const who of [administrator, tutor]) {
      await expect(may(who, 'institution:read', { institutionId: id })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const permit = await may(her, 'institution:change', { institutionId: id })
    await expect(changeInstitution(permit, FIELDS, NOW)).rejects.toMatchObject({ code: 'not-found' })
    const people = await may(her, 'people:read', { institutionId: id })
    const wanted = { email: tutor.email, role: 'administrator', locale: 'fr' } as const
    await expect(offerRole(people, wanted, NOW)).rejects.toMatchObject({ code: 'not-found' })
    expect(await acts(id)).toMatchObject([{ act: 'institution-archived', reason: 'Fusionnée', actorId: her.accountId }])
  })

  it('is not archived while it has scheduled announcements, surveys or seminars', async () => {
    const made = await makeSchool()
    const { institutionId } = made
    const cohort = await makeCohort(made)
    const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
    const written = { audience: 'everybody', texts: {}, createdAt: NOW, changedAt: NOW }
    await db().announcement.create({ data: { ...written, cohortId: cohort.id, state: 'scheduled', dueAt: day(1) } })
    const titles = { ar: 'ا', fr: 'Bilan', en: 'Review' }
    const survey = { institutionId, kind: 'other', titles, questions: [], createdAt: NOW }
    await db().survey.create({ data: { ...survey, opensOn: day(2) } })
    await db().survey.create({ data: { ...survey, openedAt: day(-9), closesAt: day(-1) } })
    const seminar = { institutionId, titles: { fr: 'Colloque' }, startsAt: day(3), endsAt: day(4) }
    await db().seminar.create({ data: { ...seminar, status: 'open' } })
    await db().seminar.create({ data: { ...seminar, status: 'cancelled' } })
    const permit = await may(await platform(), 'institution:archive', { institutionId })

    const coming = await comingWork(permit, NOW)
    expect(coming.map(({ kind, titles: { fr } }) => [kind, fr])).toEqual([
      ['announcement', cohort.name],
      ['survey', 'Bilan'],
      ['seminar', 'Colloque'],
    ])
    await expect(archiveInstitution(permit, 'Fusionnée', NOW)).rejects.toMatchObject({ code: 'conflict' })

    await db().announcement.updateMany({ where: { cohortId: cohort.id }, data: { state: 'unsent' } })
    await db().survey.updateMany({ where: { institutionId }, data: { withdrawnAt: NOW } })
    await db().seminar.updateMany({ where: { institutionId }, data: { status: 'cancelled' } })
    await archiveInstitution(permit, 'Fusionnée', NOW)
    expect(await db().institution.findUnique({ where: { id: institutionId } })).toMatchObject({ archivedAt: NOW })
  })

  it('is archived by the platform alone, and only with a code given just now', async () => {
    const { id, administrator } = await school()
    const her = await platform()
    await db().session.updateMany({ where: { accountId: her.accountId }, data: { provedAt: new Date(0) } })

    await expect(may(administrator, 'institution:archive', { institutionId: id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(may(her, 'institution:archive', { institutionId: id })).rejects.toMatchObject({
      code: 'second-factor-required',
    })
  })
})

describe('a role', () => {
  it('is ended once, and is gone at the next request of its holder', async () => {
    const { id, administrator } = await school()
    const her = await insertStaff('tutor', id)
    const target = { institutionId: id, accountId: her.accountId, role: 'tutor' } as const
    const end = async () => revokeRole(await may(administrator, 'role:end', target), NOW)

    expect((await actorNow(her)).roles?.institutions).toEqual([{ institutionId: id, kind: 'school', role: 'tutor' }])
    await Promise.all([end(), end()])
    expect((await actorNow(her)).roles?.institutions).toEqual([])

    expect((await acts(id)).map(({ act, subjectId, details }) => [act, subjectId, details])).toEqual([
      ['role-ended', her.accountId, { role: 'tutor' }],
    ])
  })

  it('cannot be offered or ended for oneself, nor by an administrator if it is that of administrator', async () => {
    const { id, administrator, tutor } = await school()
    const over = (accountId: string, role: 'tutor' | 'administrator') => ({ institutionId: id, accountId, role })

    for (const target of [over(administrator.accountId, 'tutor'), over(tutor.accountId, 'administrator')]) {
      await expect(may(administrator, 'role:offer', target)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(may(administrator, 'role:end', target)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('is shown with its holder, who is listed once with all her roles', async () => {
    const { id, administrator, tutor } = await school()
    await giveRole(tutor.accountId, 'learner', id)

    const people = await findPeople(await may(administrator, 'people:read', { institutionId: id }))

    expect(people).toHaveLength(3)
    expect(people.find(({ accountId }) => accountId === tutor.accountId)).toMatchObject({
      email: tutor.email,
      roles: [{ role: 'tutor' }, { role: 'learner' }],
      confirmation: null,
    })
  })
})

describe('the platform’s administrators', () => {
  const alone = async () => {
    await db().role.deleteMany({ where: { role: 'platform-administrator' } })
    return platform()
  }
  const end = async (by: Who, { accountId }: Who) =>
    revokeRole(await may(by, 'role:end', { institutionId: null, accountId, role: 'platform-administrator' }), NOW)
  const leave = (who: Who) => deleteAccount(mayChange(who), PASSWORD, visitOf())
  const left = () => db().role.count({ where: { role: 'platform-administrator', endedAt: null } })

  it.each([
    ['end each other’s role', end, end],
    ['delete their accounts', leave, leave],
    ['delete an account and end its role', leave, (by: Who, her: Who) => end(her, by)],
    ['delete an account and end the other role', end, leave],
  ])('cannot %s at once so that nobody stays', async (_, first, second) => {
    const [one, two] = [await alone(), await platform()]

    const outcomes = await Promise.allSettled([first(one, two), second(two, one)])

    // Who has just lost her role is refused before anybody is counted.
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
    expect(['last-administrator', 'forbidden']).toEqual(expect.arrayContaining(refusals))
    expect(await left()).toBe(1)
  })

  it('cannot all leave the platform: the last one keeps her account', async () => {
    const last = await alone()

    await expect(leave(last)).rejects.toMatchObject({ code: 'last-administrator' })
    expect(await deleteAccount(mayChange(last), 'not the right one', visitOf())).toEqual({ status: 'wrong' })
    expect(await db().account.count({ where: { id: last.accountId } })).toBe(1)
    await platform()
    expect(await leave(last)).toEqual({ status: 'deleted' })
  })

  it('do not count while their accounts are disabled', async () => {
    const one = await alone()
    const shutOut = await insertStaff('platform-administrator', null, { disabled: true })

    await expect(leave(one)).rejects.toMatchObject({ code: 'last-administrator' })
    await end(one, shutOut)
    expect(await left()).toBe(1)
  })

  it('begin with one whom the operator appoints by the address of a confirmed account', async () => {
    const found = (email: string) => foundPlatform(permitFor({ kind: 'operator' }, 'platform:found', {}), email, NOW)
    const her = await insertPerson()

    expect(await found(` ${her.email.toUpperCase()}`)).toContain('now administers the platform')
    expect(await found(her.email)).toContain('already administers')
    await expect(found('nobody@example.ma')).rejects.toMatchObject({ code: 'not-found' })
    const unconfirmed = await insertPerson({ confirmed: false })
    await expect(found(unconfirmed.email)).rejects.toMatchObject({ code: 'not-found' })
    expect((await actorNow(her)).roles?.platform).toEqual(['platform-administrator'])
    expect(await db().auditEntry.findMany({ where: { subjectId: her.accountId } })).toMatchObject([
      { act: 'platform-founded', actorId: null },
    ])
  })
})

it('pages the audit by the ids of its entries, the newest first', async () => {
  const { id, administrator } = await school()
  const her = await platform()
  for (let time = 0; time < 60; time++) {
    await changeInstitution(await may(her, 'institution:change', { institutionId: id }), FIELDS, NOW)
  }
  const permit = await may(administrator, 'audit:read', { institutionId: id })

  const first = await readAudit(permit, null)
  const second = await readAudit(permit, first.older)

  expect([first.entries.length, second.entries.length, second.older]).toEqual([50, 10, null])
  const ids = [...first.entries, ...second.entries].map((entry) => entry.id)
  expect(ids).toEqual(ids.toSorted((a, b) => Number(b - a)))
  expect(first.entries[0]).toMatchObject({
    actor: { nameLatin: 'Fatima Alaoui' },
    institution: { nameLatin: FIELDS.nameLatin },
  })
  expect((await readAudit(permit, 'not an id')).entries).toEqual(first.entries)
})
