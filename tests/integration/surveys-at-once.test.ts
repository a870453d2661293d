import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getPage } from '@/app/[locale]/(teach)/institutions/[institution]/surveys/[survey]/route'
import { LOCALES } from '@/domain/locale'
import { SURVEY_TITLES } from '@/domain/survey/templates'
import { dayOf, nextDay } from '@/domain/time/day'
import { formatDate, formatLooseDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { findSurvey } from '@/server/db/survey/surveys'
import { type AskedAbout, createSurvey, scheduleSurvey } from '@/server/survey/build-survey'
import { openSurvey, runSurveys } from '@/server/survey/run-surveys'
import { viewSurvey } from '@/server/survey/staff-surveys'
import { insertPlace, type School } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { mayRun, surveyedCohort } from '@/tests/support/surveys'

const now = new Date()
const today = dayOf(now)
const noon = (days: number) => new Date(`${nextDay(today, days)}T12:00:00Z`)

beforeAll(buildAssets)
// Each test opens what is due, and must not meet what the one before has left.
afterEach(() => db().survey.deleteMany())

async function scheduled(school: School, about: AskedAbout): Promise<string> {
  const permit = await mayRun(school)
  const id = await createSurvey(permit, about, 'reaction', now)
  expect(await scheduleSurvey(permit, id, today, now)).toBeNull()
  return id
}

/** Without marks of direction and spaces that typography adds. */
const plain = (text: string) => text.replace(/&nbsp;|[\s\u2066-\u2069]/g, ' ').replace(/ +/g, ' ')

async function viewed(school: School, id: string, when: Date) {
  const row = await findSurvey(db(), id)
  if (!row) throw new Error('no survey')
  return viewSurvey((await mayRun(school)) as never, row, when)
}

/** A survey of a cohort without the course, and one of the course; then the cohort gets the course. */
async function madeComparable() {
  const { school, cohort } = await surveyedCohort(6)
  await surveyedCohort(6, school)
  const course = await db().cohortCourse.findFirstOrThrow({ where: { cohortId: cohort.id } })
  await db().cohortCourse.delete({ where: { cohortId_courseId: { cohortId: cohort.id, courseId: course.courseId } } })
  const ofCohort = await scheduled(school, { cohortId: cohort.id })
  const ofCourse = await scheduled(school, { courseId: school.courseId })
  await db().cohortCourse.create({ data: course })
  return { school, ofCohort, ofCourse }
}

describe('two surveys that became comparable after they were scheduled', () => {
  it('do not open together: the second one stays scheduled, its page says why, and it opens when the first has closed', async () => {
    const { school, ofCohort, ofCourse } = await madeComparable()

    expect(await openSurvey(ofCourse, now)).toBe(true)
    expect(await openSurvey(ofCohort, now)).toBe(false)
    expect(await db().surveyTicket.count({ where: { surveyId: ofCohort } })).toBe(0)
    const first = await findSurvey(db(), ofCourse)
    expect(await viewed(school, ofCohort, now)).toMatchObject({
      state: 'scheduled',
      late: false,
      waitsFor: { titles: SURVEY_TITLES.reaction, closesAt: first?.closesAt },
      proposedDay: nextDay(today, 30),
    })
    expect(await viewed(school, ofCourse, now)).toMatchObject({ state: 'open', waitsFor: null })

    await runSurveys(noon(29))
    expect(await viewed(school, ofCohort, noon(29))).toMatchObject({ state: 'scheduled', late: true })
    await runSurveys(noon(30))
    expect(await viewed(school, ofCohort, noon(30))).toMatchObject({ state: 'open', waitsFor: null, asked: 6 })
  })

  it.each(LOCALES)('the page says so in %s, with what its reader can do', async (locale) => {
    const { school, ofCohort, ofCourse } = await madeComparable()
    await openSurvey(ofCourse, now)
    await callAs(school.administrator.sessionId)
    const request = new Request(`http://localhost:3000/${locale}/x`, { headers: { accept: 'text/html' } })
    const read = async (survey: string) => {
      const params = Promise.resolve({ locale, institution: school.institutionId, survey } as never)
      return plain(await (await getPage(request, { params })).text())
    }
    const t = translator(locale)
    const closes = formatDate((await findSurvey(db(), ofCourse))?.closesAt ?? now, locale)

    const page = await read(ofCohort)
    for (const said of [
      t('surveys.notOpened', { date: formatLooseDate(today, locale) }),
      t('surveys.askedAtOnce', { survey: SURVEY_TITLES.reaction[locale] }),
      t('surveys.opensAfter', { date: closes }),
    ])
      expect(page).toContain(plain(said))
    expect(await read(ofCourse)).not.toContain(plain(t('surveys.opensAfter', { date: closes })))
  })

  it('do not open together if both are due at the same moment', async () => {
    const { ofCohort, ofCourse } = await madeComparable()

    const opened = await Promise.all([ofCohort, ofCourse].map((id) => openSurvey(id, now)))
    expect(opened.toSorted()).toEqual([false, true])
  })
})

describe('surveys of two cohorts', () => {
  async function withInCommon(people: number) {
    const { school, cohort, accounts } = await surveyedCohort(6)
    const other = await surveyedCohort(6, school)
    const first = await scheduled(school, { cohortId: cohort.id })
    const second = await scheduled(school, { cohortId: other.cohort.id })
    await join(other.cohort, accounts.slice(0, people))
    return [await openSurvey(first, now), await openSurvey(second, now)]
  }

  it.each([
    [2, true],
    [3, false],
  ])('with %i people in common open together: %s', async (people, together) => {
    expect(await withInCommon(people)).toEqual([true, together])
  })
})

async function join(cohort: CohortInCourse, accounts: readonly string[]) {
  for (const { id, email } of await db().account.findMany({ where: { id: { in: [...accounts] } } }))
    await insertPlace(cohort, { status: 'active', accountId: id, email })
}
