import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { permitFor } from '@/server/auth/permit'
import { requireInstitution } from '@/server/auth/require-institution'
import { loadRelease } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { insertMember } from '@/server/db/cohort/cohort-members'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { confirmByList } from '@/server/institution/confirm-by-list'
import { confirmIdentity, withdrawConfirmation } from '@/server/institution/confirm-identity'
import { askTutors } from '@/server/thread/ask'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { holdRow, untilWaiting } from '@/tests/support/held-row'
import { mayChange, PASSWORD } from '@/tests/support/people'
import { itWherePostgresEndsWaits } from '@/tests/support/postgres-waits'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

// A transaction that is undone because it waited in a circle is repeated, and its act done all the same.
const lines = vi.spyOn(console, 'log').mockReturnValue()
const repeated = () => lines.mock.calls.filter(([line]) => String(line).includes('transaction-repeated')).length
beforeEach(() => lines.mockClear())

type Someone = { accountId: string; sessionId: string }
const NOW = new Date('2026-11-25T10:00:00Z')
const NAMES = { nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' }

/** Two administrators of an institution who take part in its courses too. */
async function twoColleagues() {
  const institutionId = await makeInstitution()
  const [one, two] = [
    await insertStaff('administrator', institutionId),
    await insertStaff('administrator', institutionId),
  ]
  for (const { accountId } of [one, two]) await giveRole(accountId, 'learner', institutionId)
  return { institutionId, one, two, pair: [one.accountId, two.accountId] }
}
type Colleagues = Awaited<ReturnType<typeof twoColleagues>>

const about = ({ institutionId }: Colleagues, { accountId }: Someone) => ({ institutionId, accountId })

async function confirm(all: Colleagues, by: Someone, whom: Someone): Promise<void> {
  const permit = permitFor(await actorNow(by), 'identity:confirm', about(all, whom))
  await confirmIdentity(permit, NAMES, NOW)
}
async function withdraw(all: Colleagues, by: Someone, whom: Someone): Promise<void> {
  const permit = permitFor(await actorNow(by), 'identity:withdraw', about(all, whom))
  await withdrawConfirmation(permit, 'Homonyme', NOW)
}
const leave = (who: Someone) => deleteAccount(mayChange(who), PASSWORD, visitOf())

/** Lets acts begin while both accounts are locked by another transaction, so that all go on at the same moment. */
async function togetherOn<T>(pair: readonly string[], acts: readonly (() => Promise<T>)[]) {
  const release = await holdRow('Account', 'id = any($1::uuid[])', [pair])
  const all = Promise.allSettled(acts.map((act) => act()))
  await untilWaiting(acts.length, all)
  await release()
  return all
}

const reasons = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'done' : outcome.reason.code))

it('two administrators confirm each other at once, and withdraw it at once', async () => {
  const all = await twoColleagues()
  const { one, two, pair } = all
  const both = (act: typeof confirm) => togetherOn(pair, [() => act(all, one, two), () => act(all, two, one)])

  expect(reasons(await both(confirm))).toEqual(['done', 'done'])
  expect(await db().identityConfirmation.count({ where: { accountId: { in: pair } } })).toBe(2)
  expect(reasons(await both(withdraw))).toEqual(['done', 'done'])
  expect(await db().identityConfirmation.count({ where: { accountId: { in: pair } } })).toBe(0)
  expect(repeated()).toBe(0)
})

it('one confirms the other, who withdraws the confirmation of the first', async () => {
  const all = await twoColleagues()
  const { one, two, pair } = all
  await confirm(all, two, one)
  const outcomes = await togetherOn(pair, [() => confirm(all, one, two), () => withdraw(all, two, one)])

  expect(reasons(outcomes)).toEqual(['done', 'done'])
  const left = await db().identityConfirmation.findMany({ where: { accountId: { in: pair } } })
  expect(left.map(({ accountId }) => accountId)).toEqual([two.accountId])
  expect(repeated()).toBe(0)
})

it('two administrators confirm lists that contain each other', async () => {
  const school = await makeSchool()
  const { institutionId } = school
  const cohort = await makeCohort(school)
  const two = [await insertStaff('administrator', institutionId), await insertStaff('administrator', institutionId)]
  for (const { accountId, email } of two) {
    await giveRole(accountId, 'learner', institutionId)
    const place = { ...NAMES, email, function: '', locale: 'fr', listed: true, status: 'active' } as const
    await insertMember(db(), { ...place, accountId, cohortId: cohort.id }, null, NOW)
  }
  const ids = two.map(({ accountId }) => accountId)
  const institution = await requireInstitution(institutionId)
  const press = async (who: Someone, chosen: readonly string[]) =>
    confirmByList(permitFor(await actorNow(who), 'people:read', { institutionId }), institution, chosen, NOW)
  const acts = two.map((who, n) => () => press(who, n === 0 ? ids : ids.toReversed()))

  expect(reasons(await togetherOn(ids, acts))).toEqual(['done', 'done'])
  const confirmed = await db().identityConfirmation.findMany({ where: { accountId: { in: ids } } })
  expect(confirmed.map(({ accountId, confirmedById }) => [accountId, confirmedById]).toSorted()).toEqual(
    [ids, ids.toReversed()].toSorted(),
  )
  expect(repeated()).toBe(0)
})

it('two people ask each other as tutors', async () => {
  const school = await makeSchool()
  const [one, two] = [
    await insertStaff('tutor', school.institutionId),
    await insertStaff('tutor', school.institutionId),
  ]
  const learnsFrom = async (tutor: Someone, { accountId, email }: Someone & { email: string }) => {
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    await insertPlace(cohort, { status: 'active', accountId, email })
    return cohort
  }
  const [ofOne, ofTwo] = [await learnsFrom(one, two), await learnsFrom(two, one)]
  const ask = async (who: Someone, cohort: CohortRow) => {
    const release = await loadRelease(cohort.courses[0]?.releaseId ?? '')
    const [lesson] = release.course.lessons
    if (!lesson) throw new Error('no lesson')
    const permit = permitFor(await actorNow(who), 'thread:write', { accountId: who.accountId })
    const written = { draft: randomUUID(), threadText: 'Pourquoi ?' }
    return askTutors(permit, { cohortId: cohort.id, place: { release, lesson, block: null } }, written, NOW)
  }
  const outcomes = await togetherOn([one.accountId, two.accountId], [() => ask(two, ofOne), () => ask(one, ofTwo)])

  expect(reasons(outcomes)).toEqual(['done', 'done'])
  expect(await db().tutorThread.count({ where: { cohortId: { in: [ofOne.id, ofTwo.id] } } })).toBe(2)
  expect(repeated()).toBe(0)
})

it('one confirms the other, who deletes her own account: the deletion is done, whichever comes first', async () => {
  const all = await twoColleagues()
  const { one, two, pair } = all
  const outcomes = await togetherOn<unknown>(pair, [() => confirm(all, one, two), () => leave(two)])

  const [confirming, deleting] = reasons(outcomes)
  expect(deleting).toBe('done')
  expect(['done', 'not-found']).toContain(confirming)
  expect((await db().account.findMany({ where: { id: { in: pair } } })).map(({ id }) => id)).toEqual([one.accountId])
  expect(await db().identityConfirmation.count({ where: { accountId: { in: pair } } })).toBe(0)
  expect(repeated()).toBe(0)
})

it('one confirms the other, and deletes her own account meanwhile', async () => {
  const all = await twoColleagues()
  const { one, two, pair } = all
  const outcomes = await togetherOn<unknown>(pair, [() => confirm(all, one, two), () => leave(one)])

  expect(outcomes[1]).toMatchObject({ status: 'fulfilled', value: { status: 'deleted' } })
  expect((await db().account.findMany({ where: { id: { in: pair } } })).map(({ id }) => id)).toEqual([two.accountId])
  const left = await db().identityConfirmation.findMany({ where: { accountId: { in: pair } } })
  for (const row of left) expect(row).toMatchObject({ accountId: two.accountId, confirmedById: null })
  expect(repeated()).toBe(0)
})

itWherePostgresEndsWaits('two who confirmed each other delete their accounts at once', async () => {
  const all = await twoColleagues()
  const { one, two, pair } = all
  await confirm(all, one, two)
  await confirm(all, two, one)
  // Those who hold no role any more lock nothing together before their accounts.
  await db().role.updateMany({ where: { accountId: { in: pair } }, data: { endedAt: NOW, held: null } })

  expect(reasons(await togetherOn(pair, [() => leave(one), () => leave(two)]))).toEqual(['done', 'done'])
  expect(await db().account.count({ where: { id: { in: pair } } })).toBe(0)
  expect(await db().identityConfirmation.count({ where: { institutionId: all.institutionId } })).toBe(0)
})
