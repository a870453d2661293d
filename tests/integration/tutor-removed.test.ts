import { expect, it } from 'vitest'
import { GET as getPeople } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/route'
import { GET as getReminders, POST as postReminders } from '@/app/[locale]/(teach)/cohorts/[cohort]/remind/route'
import { GET as getDashboard } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { changeCohort } from '@/server/cohort/save-cohort'
import { db } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { revokeRole } from '@/server/institution/change-roles'
import { draftOfCohort, insertParticipant, makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { actorNow, insertStaff } from '@/tests/support/staff'

type Tutor = Awaited<ReturnType<typeof insertStaff>>
type Read = (request: Request, context: { params: Promise<{ locale: string; cohort: string }> }) => Promise<Response>

const WAYS: [string, (school: School, cohort: CohortRow, tutor: Tutor) => Promise<void>][] = [
  [
    'taken from the cohort',
    async ({ administrator, courseId }, cohort) => {
      const permit = permitFor(await actorNow(administrator), 'cohort:change', targetOf(cohort))
      await changeCohort(permit, draftOfCohort([courseId]), NOW)
    },
  ],
  [
    'whose role is ended',
    async ({ administrator, institutionId }, _, { accountId }) => {
      const target = { institutionId, accountId, role: 'tutor' } as const
      await revokeRole(permitFor(await actorNow(administrator), 'role:end', target), NOW)
    },
  ],
]

it.each(WAYS)('a tutor %s in mid-course is refused at her next request, in any language', async (_, remove) => {
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId)
  const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
  const { memberId } = await insertParticipant(cohort, { nameLatin: 'Amina Tazi', now: new Date() })
  const url = `http://localhost:3000/fr/cohorts/${cohort.id}/remind?why=not-started`
  const read = async (get: Read, locale = 'fr') => {
    const response = await get(new Request(url), { params: Promise.resolve({ locale, cohort: cohort.id }) })
    return { status: response.status, html: await response.text() }
  }
  await callAs(tutor.sessionId)
  const pages: Read[] = [getDashboard, getPeople, getReminders]
  for (const get of pages) expect(await read(get)).toMatchObject({ status: 200 })

  await remove(school, cohort, tutor)

  for (const get of pages) {
    for (const locale of LOCALES) {
      const { status, html } = await read(get, locale)
      expect(status).toBe(403)
      expect(html).toContain(translator(locale)('errors.forbidden'))
      expect(html).not.toContain('Amina Tazi')
    }
  }
  // A form that was open in her browser is refused.
  const body = new URLSearchParams({ why: 'not-started', note: '', shown: memberId })
  const params = Promise.resolve({ locale: 'fr', cohort: cohort.id })
  expect((await postReminders(new Request(url, { method: 'POST', body }), { params })).status).toBe(403)
  expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(0)
})
