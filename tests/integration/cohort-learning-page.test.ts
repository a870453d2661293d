import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(teach)/cohorts/[cohort]/learning/route'
import { GET as getDashboard } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { releases } from '@/server/content/releases'
import { insertTaken } from '@/tests/support/cohort-exams'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { libraryWith, provision, singleChoice } from '@/tests/support/course-factories'
import { publish } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

/** Each part of the page, with the terms that it defines. */
const PARTS = {
  provisions: ['provision-errors'],
  confident: ['confident-and-wrong'],
  questions: ['facility', 'discrimination', 'distractors', 'cronbach-alpha'],
  languages: ['facility-by-language'],
} as const

/** The group closed on the evening of this day; the test reads it for the first time months later. */
const THE_LAST_DAY = new Date('2026-03-20T12:00:00Z')

/** A cohort with its tutor. 33 people have handed in; some were sure and wrong; some read in Arabic. */
async function cohortWithExams() {
  const school = await makeSchool()
  const law = libraryWith({ provisions: { 'cp-448-1': provision(), 'cp-448-4': provision({ id: 'cp-448-4' }) } })
  const bank = [singleChoice({ id: 'q1' }), singleChoice({ id: 'q2', cites: ['cp-448-4#1'] })]
  await publish(school.courseId, 2, { bank, provisions: law.provisions, instruments: law.instruments })
  releases.reset()
  const tutor = await insertStaff('tutor', school.institutionId)
  const fields = { startsOn: '2026-01-05', endsOn: '2026-03-20' }
  const cohort = await makeCohort(school, { fields, tutorIds: [tutor.accountId] })
  const at = '2026-02-10T10:00:00Z'
  const people = [
    ...(await insertTaken(cohort, { people: 15, answer: ['a'], at })),
    ...(await insertTaken(cohort, { people: 6, answer: ['b'], at, certainty: 'sure' })),
    ...(await insertTaken(cohort, { people: 7, answer: ['c'], at, locale: 'ar' })),
    ...(await insertTaken(cohort, { people: 5, answer: ['a'], at, locale: 'ar' })),
  ]
  return { school, tutor, cohort, people }
}

async function read(
  who: { sessionId: string },
  get: typeof getLearning,
  cohort: { id: string },
  locale: Locale,
  query = '',
) {
  await callAs(who.sessionId)
  const page = new Request(`http://localhost:3000/${locale}/cohorts/${cohort.id}${query}`)
  const response = await get(page, { params: Promise.resolve({ locale, cohort: cohort.id }) })
  return { status: response.status, html: await response.text() }
}

it('prints each figure with its definition, its n and its date, in three languages', async () => {
  const { tutor, cohort } = await cohortWithExams()
  for (const locale of LOCALES) {
    const t = translator(locale)
    for (const [part, definitions] of Object.entries(PARTS)) {
      const { status, html } = await read(tutor, getLearning, cohort, locale, `?part=${part}`)

      expect(status).toBe(200)
      for (const definition of definitions)
        expect(html).toContain(escapeHtml(t(`cohorts.learning.definitions.${definition}`)))
      expect(html).toContain(
        escapeHtml(t('cohorts.learning.people', { count: 33, date: formatDate(THE_LAST_DAY, locale) })),
      )
      expect(html).toContain(escapeHtml(t('cohorts.learning.hidden.protects-a-group')))
      expect(html).toContain(escapeHtml(t('cohorts.learning.over')))
      expect(html).toMatch(/20 (mars|March|مارس) 2026/)
    }
  }
})

it('says how many must hand in before there are figures, and that there will be none once it is over', async () => {
  const school = await makeSchool()
  const days = (endsOn: string) => ({ fields: { startsOn: '2026-01-05', endsOn } })
  const [over, running] = [await makeCohort(school, days('2026-03-20')), await makeCohort(school, days('2999-12-31'))]
  for (const cohort of [over, running])
    await insertTaken(cohort, { people: 9, answer: ['a'], at: '2026-02-10T10:00:00Z' })
  for (const locale of LOCALES) {
    const t = translator(locale)
    const [ended, awaited] = [over, running].map((cohort) => read(school.administrator, getLearning, cohort, locale))

    expect((await ended)?.html).toContain(escapeHtml(t('cohorts.learning.noneOver', { count: 10 })))
    const { html } = (await awaited) ?? { html: '' }
    expect(html).toContain(escapeHtml(t('cohorts.learning.none', { count: 20 })))
    expect(html).toContain(escapeHtml(t('cohorts.learning.stepsEnd', { count: 10 })))
    // One button leads to this sentence, on each part of the page.
    for (const part of ['', '?part=questions', '?part=gain', '?part=levels']) {
      const shown = (await read(school.administrator, getLearning, running, locale, part)).html
      const links = shown.match(/\/learning\?part=(provisions|confident|questions|languages)"/g)
      expect(links).toEqual(['/learning?part=provisions"'])
    }
  }
})

it('shows no person, no stem and no option of a question', async () => {
  const { tutor, cohort, people } = await cohortWithExams()
  for (const part of Object.keys(PARTS)) {
    const { html } = await read(tutor, getLearning, cohort, 'fr', `?part=${part}`)

    expect(html).not.toMatch(/stem|texte [abc]\b|Alaoui/)
    expect(people.filter(({ account }) => html.includes(account))).toEqual([])
  }
})

it('keeps the choice of questions in the address', async () => {
  const { tutor, cohort } = await cohortWithExams()
  const t = translator('fr')
  const none = await read(tutor, getLearning, cohort, 'fr', '?part=questions&show=to-check&objective=qualify')

  expect(none.html).toContain('<option value="to-check" selected="">')
  expect(none.html).toContain(escapeHtml(t('cohorts.learning.noMatch')))
})

it('names on the dashboard the provision that cost most points, with a link to its text', async () => {
  const { tutor, cohort } = await cohortWithExams()
  const { html } = await read(tutor, getDashboard, cohort, 'fr')

  expect(html).toContain(`/fr/cohorts/${cohort.id}/learning`)
  expect(html).toContain('/fr/library/law/cp-448-1"')
  expect(html).not.toContain('/fr/library/law/cp-448-4')
})

it('is for the tutor of the cohort and the administrator of its school', async () => {
  const { school, cohort } = await cohortWithExams()
  const another = await insertStaff('tutor', school.institutionId)

  expect((await read(school.administrator, getLearning, cohort, 'ar')).status).toBe(200)
  expect((await read(another, getLearning, cohort, 'ar')).status).toBe(403)
  expect((await read(await insertPerson(), getLearning, cohort, 'ar')).status).toBe(403)
})

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
}
