import { expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { noteViews } from '@/server/cohort/note-views'
import { db } from '@/server/db/client'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'
import { actorNow } from '@/tests/support/staff'

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const viewsOf = (subjectId: string) =>
  db().auditEntry.findMany({ where: { subjectId, act: 'record-viewed' }, orderBy: { id: 'asc' } })

it('tells a person who saw her progress, once a day, with the cohort it was for', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const { accountId } = await insertPerson()
  const { administrator } = school
  const permit = permitFor(await actorNow(administrator), 'cohort:read', targetOf(cohort))
  const seen = [accountId, administrator.accountId]

  await noteViews(permit, cohort, seen, NOW)
  await noteViews(permit, cohort, seen, later(1))
  await noteViews(permit, cohort, seen, later(24))

  const facts = { actorId: administrator.accountId, institutionId: school.institutionId, reason: cohort.name }
  expect(await viewsOf(accountId)).toMatchObject([
    { ...facts, at: NOW },
    { ...facts, at: later(24) },
  ])
  expect(await viewsOf(administrator.accountId)).toEqual([])
})

it('notes each person of a full page', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const people = await Promise.all(Array.from({ length: 5 }, () => insertPerson()))
  const permit = permitFor(await actorNow(school.administrator), 'cohort:read', targetOf(cohort))
  const seen = people.map(({ accountId }) => accountId)

  await noteViews(permit, cohort, seen, NOW)

  expect(await db().auditEntry.count({ where: { subjectId: { in: seen }, act: 'record-viewed' } })).toBe(5)
})
