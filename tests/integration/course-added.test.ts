import { describe, expect, it } from 'vitest'
import type { Letter } from '@/domain/letter/letter'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { changeCohort, stateOf } from '@/server/cohort/save-cohort'
import { currentRelease, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { writeLetter } from '@/server/mail/letter'
import {
  cohortOf,
  draftOfCohort,
  insertParticipant,
  insertPlace,
  makeCohort,
  makeSchool,
  type School,
} from '@/tests/support/cohorts'
import { NOW, publish } from '@/tests/support/exam-room'
import { actorNow } from '@/tests/support/staff'

async function change(school: School, cohort: CohortInCourse, courseIds: readonly string[], now = NOW) {
  const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
  const seen = stateOf(await cohortOf(cohort.id))
  return changeCohort(permit, { ...draftOfCohort(courseIds), seen }, now)
}

/** A cohort of one course, and two courses that can be added. */
async function running() {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const added = [(await publish()).courseId, (await publish()).courseId]
  releases.reset()
  return { school, cohort, added, one: [cohort.courseId], all: [cohort.courseId, ...added] }
}

const lettersTo = async ({ accountId }: { accountId: string }) =>
  (await db().mail.findMany({ where: { accountId, kind: 'courseAdded' }, orderBy: { createdAt: 'asc' } })).map(
    ({ state, letter }) => ({ state, letter: letter as Letter<'courseAdded'> | null }),
  )

describe('courses that are added to a running cohort', () => {
  it('are told to everybody who takes part, in one letter, in her language, and to nobody else', async () => {
    const { school, cohort, added, all } = await running()
    const [french, arabic] = [await insertParticipant(cohort), await insertParticipant(cohort, { locale: 'ar' })]
    const invited = await insertPlace(cohort, { status: 'invited' })
    const unconfirmed = await insertParticipant(cohort)
    await db().account.update({ where: { id: unconfirmed.accountId }, data: { emailConfirmedAt: null } })
    expect(await change(school, cohort, all)).toBe('saved')

    const [letter, ...more] = await lettersTo(french)
    expect([letter?.state, more]).toEqual(['waiting', []])
    const written = letter?.letter && writeLetter(letter.letter)
    const title = (await currentRelease(added[0] ?? ''))?.course.file.title.fr
    expect(written?.text).toContain(String(title))
    expect(written?.text).toContain('Promotion 2026-1')
    expect(written?.text).toContain(`/fr/courses/${added[0]}`)
    const [inArabic] = await lettersTo(arabic)
    expect(inArabic?.letter).toMatchObject({ locale: 'ar', link: expect.stringContaining(`/ar/courses/${added[0]}`) })
    expect(await lettersTo(unconfirmed)).toEqual([])
    expect(await db().mail.count({ where: { memberId: invited.id, kind: 'courseAdded' } })).toBe(0)

    // Another change of the same courses sends no second letter.
    expect(await change(school, cohort, all.toReversed())).toBe('saved')
    expect(await lettersTo(french)).toHaveLength(1)
  })

  it('are announced within the letter budget, and not to a member who wants no reminders', async () => {
    const { school, cohort, all } = await running()
    const [busy, quiet] = [await insertParticipant(cohort), await insertParticipant(cohort)]
    for (const kind of ['ownReminder', 'reminder'])
      await db().mail.create({
        data: { kind, to: 'x@example.ma', accountId: busy.accountId, createdAt: NOW, dueAt: NOW, state: 'sent' },
      })
    await db().letterChoice.create({
      data: { accountId: quiet.accountId, reminders: 'none', reviews: false, savedAt: NOW },
    })
    await change(school, cohort, all)

    expect((await lettersTo(busy)).map(({ state }) => state)).toEqual(['held'])
    expect(await lettersTo(quiet)).toEqual([])
  })

  it('are told no more once they are taken out again, and in no cohort that is over', async () => {
    const { school, cohort, one, all } = await running()
    const her = await insertParticipant(cohort)
    await change(school, cohort, all)
    await change(school, cohort, one)
    expect(await lettersTo(her)).toEqual([{ state: 'stopped', letter: null }])

    await change(school, cohort, all, new Date('2027-03-01T10:00:00Z'))
    expect(await lettersTo(her)).toHaveLength(1)
  })
})
