import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(teach)/cohorts/[cohort]/remind/route'
import { GET as getDashboard } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { insertParticipant, insertPlace, makeCohort, makeSchool, RUNNING } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

/** A cohort with two learners who have not begun and read in different languages; its tutor is the caller. */
async function notStarted() {
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId)
  const cohort = await makeCohort(school, { fields: RUNNING, tutorIds: [tutor.accountId] })
  const now = new Date()
  const people = [
    await insertParticipant(cohort, { nameLatin: 'Amina Tazi', locale: 'fr', now }),
    await insertParticipant(cohort, { nameLatin: 'Zainab Bennani', locale: 'ar', now }),
  ]
  await callAs(tutor.sessionId)
  return { school, tutor, cohort, people }
}

const address = ({ id }: { id: string }, locale: string, query: string) =>
  `http://localhost:3000/${locale}/cohorts/${id}${query}`
const params = ({ id }: { id: string }, locale: string) => ({ params: Promise.resolve({ locale, cohort: id }) })
const SITUATION = '/remind?why=not-started'

async function read(cohort: { id: string }, query = SITUATION, locale: Locale = 'fr', get: typeof GET = GET) {
  const response = await get(new Request(address(cohort, locale, query)), params(cohort, locale))
  return { status: response.status, html: await response.text() }
}

async function post(cohort: { id: string }, fields: Record<string, string>, locale: Locale = 'fr') {
  const body = new URLSearchParams({ why: 'not-started', note: '', ...fields })
  const response = await POST(
    new Request(address(cohort, locale, SITUATION), { method: 'POST', body }),
    params(cohort, locale),
  )
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

const idsOf = (people: readonly { memberId: string }[]) => people.map(({ memberId }) => memberId).join(' ')
const countMails = (cohort: CohortRow) => db().mail.count({ where: { member: { cohortId: cohort.id } } })

it('shows exactly who would be reminded, and the letter in each of their languages', async () => {
  const { cohort, people } = await notStarted()
  await insertParticipant(cohort, { nameLatin: 'Karim Idrissi', done: true, now: new Date() })
  for (const locale of LOCALES) {
    const { status, html } = await read(cohort, SITUATION, locale)

    expect(status).toBe(200)
    for (const { memberId } of people) expect(html).toContain(memberId)
    expect(html.match(/name="shown" value="([^"]*)"/)?.[1]?.split(' ')).toHaveLength(2)
    expect(html).toContain('<section lang="fr" dir="ltr" class="letter')
    expect(html).toContain('<section lang="ar" dir="rtl" class="letter')
    expect(html).not.toContain('<section lang="en" dir="ltr" class="letter')
    expect(html).toContain('Amina Tazi')
    expect(html).not.toContain('Karim Idrissi')
  }
})

it('sends to those shown, comes back, and then says when each may be reminded again', async () => {
  const { cohort, people } = await notStarted()

  const { status, to } = await post(cohort, { shown: idsOf(people), note: 'Courage' })

  expect([status, to]).toEqual([
    303,
    `/fr/cohorts/${cohort.id}/remind?why=not-started&sent=2&gathered=0&left=0&rested=0`,
  ])
  const after = await read(cohort, '/remind?why=not-started&sent=2&gathered=0&left=0&rested=0')
  const t = translator('fr')
  expect(after.html).toContain(t('cohorts.remind.sent', { count: 2 }))
  expect(after.html).toContain(escapeHtml(t('cohorts.remind.resting', { count: 2 })))
  expect(after.html).not.toContain('name="shown"')
  expect(after.html).toContain(t('cohorts.people.letterStates.waiting'))
})

it('reports how many were reminded meanwhile, and sends them nothing more', async () => {
  const { cohort, people } = await notStarted()
  await post(cohort, { shown: idsOf(people) })

  const { to } = await post(cohort, { shown: idsOf(people) })

  expect(to).toMatch(/sent=0&gathered=0&left=0&rested=2$/)
  expect(await countMails(cohort)).toBe(2)
})

it('previews the letter with the note, escaped, before anything is sent', async () => {
  const { cohort, people } = await notStarted()

  const { status, html } = await post(cohort, { shown: idsOf(people), note: '<b>Courage</b>', preview: 'yes' })

  expect(status).toBe(200)
  expect(html.match(/<p dir="auto">&lt;b&gt;Courage&lt;\/b&gt;<\/p>/g)).toHaveLength(2)
  expect(html).toContain('>&lt;b&gt;Courage&lt;/b&gt;</textarea>')
  expect(await countMails(cohort)).toBe(0)
})

it('gives back a note that is too long or has invisible characters, and sends nothing', async () => {
  const { cohort, people } = await notStarted()
  for (const note of ['a'.repeat(301), 'vous\u202Eici']) {
    const { status, html } = await post(cohort, { shown: idsOf(people), note })

    expect(status).toBe(400)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain(`>${note}</textarea>`)
  }
  expect(await countMails(cohort)).toBe(0)
})

it.each<Record<string, string>>([{ why: 'certified' }, { shown: 'x' }, { shown: '' }])(
  'refuses a form that no page sends: %j',
  async (fields) => {
    const { cohort, people } = await notStarted()

    expect((await post(cohort, { shown: idsOf(people), ...fields })).status).toBe(400)
    expect(await countMails(cohort)).toBe(0)
  },
)

it('records for each person that the tutor saw that she has not begun', async () => {
  const { tutor, cohort, people } = await notStarted()

  await read(cohort)

  const seen = { act: 'record-viewed', actorId: tutor.accountId, subjectId: { in: people.map((one) => one.accountId) } }
  expect(await db().auditEntry.count({ where: seen })).toBe(2)
})

it('is for the tutor of the cohort and the administrator of its school', async () => {
  const { school, cohort, people } = await notStarted()
  const [other, another] = [await makeSchool(), await insertStaff('tutor', school.institutionId)]
  for (const { sessionId } of [other.administrator, another, await insertPerson()]) {
    await callAs(sessionId)
    expect((await read(cohort)).status).toBe(403)
    expect((await post(cohort, { shown: idsOf(people) })).status).toBe(403)
  }
  await callAs(school.administrator.sessionId)
  expect((await read(cohort)).status).toBe(200)
  expect((await read({ id: 'none' })).status).toBe(404)
  expect(await countMails(cohort)).toBe(0)
})

it('is linked from the dashboard for a situation; people who have not answered have another link', async () => {
  const { cohort, people } = await notStarted()
  await insertPlace(cohort, { status: 'invited' })

  const t = translator('fr')
  const { html } = await read(cohort, '', 'fr', getDashboard)
  await post(cohort, { shown: people[0]?.memberId ?? '' })
  const chosen = await read(cohort, '?show=not-started', 'fr', getDashboard)

  const link = `href="/fr/cohorts/${cohort.id}/remind?why=not-started"`
  expect(html.split(link)).toHaveLength(2)
  expect(chosen.html.split(link)).toHaveLength(3)
  expect(html).toContain(`href="/fr/cohorts/${cohort.id}/people?show=invited"`)
  expect(html).not.toContain(t('cohorts.remind.resting', { count: 1 }))
  expect(chosen.html).toContain(t('cohorts.remind.resting', { count: 1 }))
})

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
}
