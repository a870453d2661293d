import { describe, expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { acceptInvitation, cohortJoinedWith, invitationOf } from '@/server/cohort/accept-invitation'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { findStoredRoles } from '@/server/db/auth/roles'
import { db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { archiveInstitutionRow } from '@/server/db/institution/institutions'
import { makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'

const DAY_MS = 86_400_000
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

/** A cohort with one invited address, and the secret of its link. */
async function invited(email = 'fatima@example.ma') {
  const school = await makeSchool()
  const cohort = await makeCohort(school, {
    fields: { examOpensOn: '2026-12-01' },
    deadlines: { offence: '2026-11-20' },
  })
  const bytes = new TextEncoder().encode(`email\n${email}\n`)
  const checked = await validateImport(await mayEnrol(school, cohort), { name: 'x.csv', bytes }, NOW)
  if (checked.status !== 'checked') throw new Error(checked.status)
  await startImport(await mayEnrol(school, cohort), checked.runId, NOW)
  await runImports(() => NOW)
  const mail = await db().mail.findFirstOrThrow({ where: { to: email, member: { cohortId: cohort.id } } })
  const token = new URL((mail.letter as { link: string }).link).searchParams.get('token') ?? ''
  return { school, cohort, token }
}

async function mayJoin() {
  const person = await insertPerson()
  const { accountId, sessionId } = person
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  return { ...person, permit: permitFor(actor, 'cohort:join', {}) }
}

describe('an invitation', () => {
  it('enrols in the cohort’s release, with its days, and makes her a learner of the school', async () => {
    const { school, cohort, token } = await invited()
    const { accountId, sessionId, permit } = await mayJoin()

    expect(await invitationOf(token, NOW)).toMatchObject({ cohort: { id: cohort.id } })
    await acceptInvitation(permit, token, NOW)

    expect(await findLearner(sql(), accountId, cohort.courseId)).toMatchObject({
      releaseId: cohort.releaseId,
      cohort: { name: cohort.name, examOpensOn: '2026-12-01', deadlines: { offence: '2026-11-20' } },
    })
    const held = await findStoredRoles(sql(), accountId, sessionId)
    expect(held.institutions).toMatchObject([{ institutionId: school.institutionId, role: 'learner' }])
  })

  it('works once, whoever tries it next', async () => {
    const { token } = await invited()
    await acceptInvitation((await mayJoin()).permit, token, NOW)

    expect(await invitationOf(token, NOW)).toBeNull()
    await expect(acceptInvitation((await mayJoin()).permit, token, NOW)).rejects.toMatchObject({ code: 'link-expired' })
  })

  it('leads the person who used it to her cohort again, and nobody else', async () => {
    const { cohort, token } = await invited()
    const [her, other] = [await mayJoin(), await mayJoin()]
    expect(await cohortJoinedWith(token, her.accountId)).toBeNull()
    await acceptInvitation(her.permit, token, NOW)

    expect(await cohortJoinedWith(token, her.accountId)).toMatchObject({ id: cohort.id })
    expect(await cohortJoinedWith(token, other.accountId)).toBeNull()
    expect(await cohortJoinedWith('none', her.accountId)).toBeNull()
  })

  it('gives one place to twenty taps at once', async () => {
    const { cohort, token } = await invited()
    const { permit } = await mayJoin()

    const taps = await Promise.allSettled(Array.from({ length: 20 }, () => acceptInvitation(permit, token, NOW)))

    expect(taps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().cohortMember.count({ where: { cohortId: cohort.id, status: 'active' } })).toBe(1)
  })

  it('expires after three weeks', async () => {
    const { token } = await invited()

    expect(await invitationOf(token, daysLater(20))).not.toBeNull()
    expect(await invitationOf(token, daysLater(21))).toBeNull()
    const late = acceptInvitation((await mayJoin()).permit, token, daysLater(22))
    await expect(late).rejects.toMatchObject({ code: 'link-expired' })
  })

  it.each(['cohort', 'institution'])('is invalid once the %s is archived, but is not marked as used', async (what) => {
    const { school, cohort, token } = await invited()
    if (what === 'cohort') await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: NOW } })
    else await archiveInstitutionRow(db(), school.institutionId, NOW)

    expect(await invitationOf(token, NOW)).toBeNull()
    const closed = acceptInvitation((await mayJoin()).permit, token, NOW)
    await expect(closed).rejects.toMatchObject({ code: 'link-expired' })
    expect(await db().invitation.count({ where: { member: { cohortId: cohort.id }, usedAt: null } })).toBe(1)
  })

  it('lets nobody take two places in one cohort under two addresses', async () => {
    const { cohort, token } = await invited()
    const { accountId, permit } = await mayJoin()
    await db().cohortMember.create({
      data: {
        cohortId: cohort.id,
        accountId,
        email: 'other@example.ma',
        nameArabic: '',
        nameLatin: '',
        function: 'judge',
        locale: 'ar',
        status: 'active',
      },
    })

    await expect(acceptInvitation(permit, token, NOW)).rejects.toMatchObject({ code: 'conflict' })
    expect(await invitationOf(token, NOW)).not.toBeNull()
  })

  it('keeps the release of a learner already in the course', async () => {
    const { cohort, token } = await invited()
    const { accountId, permit } = await mayJoin()
    const older = await db().release.create({
      data: {
        courseId: cohort.courseId,
        number: 0,
        contentHash: 'older',
        lawDate: NOW,
        languages: ['ar'],
        content: {},
      },
    })
    await db().enrolment.create({ data: { accountId, courseId: cohort.courseId, releaseId: older.id } })

    await acceptInvitation(permit, token, NOW)

    expect(await findLearner(sql(), accountId, cohort.courseId)).toMatchObject({
      releaseId: older.id,
      cohort: { name: cohort.name },
    })
  })
})
