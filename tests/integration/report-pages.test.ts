import { existsSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { GET as getKeptReport } from '@/app/[locale]/(teach)/institutions/[institution]/report/[day]/route'
import { POST as keepReport } from '@/app/[locale]/(teach)/institutions/[institution]/report/keep/route'
import { GET as getReport } from '@/app/[locale]/(teach)/institutions/[institution]/report/route'
import { GET as getKeptNation } from '@/app/[locale]/(teach)/national/[day]/route'
import { GET as getCsv } from '@/app/[locale]/(teach)/national/csv/[table]/route'
import { POST as keepNation } from '@/app/[locale]/(teach)/national/keep/route'
import { GET as getNation } from '@/app/[locale]/(teach)/national/route'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { insertTaken } from '@/tests/support/cohort-exams'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertStaff, makeInstitution } from '@/tests/support/staff'
import { insertTrained } from '@/tests/support/trained'

let school: School
let member: Awaited<ReturnType<typeof insertStaff>>

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  school = await makeSchool()
  member = await insertStaff('commission-member', await makeInstitution('commission'))
  const release = await db().release.findFirstOrThrow({ where: { courseId: school.courseId } })
  const certificate = { courseId: school.courseId, releaseId: release.id }
  const long = { createdAt: new Date('2024-01-10T10:00:00Z') }
  const court = await makeInstitution('court', 'Tribunal de Fès')
  await db().institution.update({ where: { id: court }, data: { region: '03', ...long } })
  await insertTrained({ institutionId: court, people: 31, certificate })
  await insertTrained({ institutionId: school.institutionId, people: 22, certificate })
  for (const startsOn of ['2025-02-03', '2025-09-01']) {
    const cohort = await makeCohort(school, { fields: { startsOn, endsOn: '2025-12-15' } })
    await insertTaken(cohort, { people: 20, answer: ['a'], at: '2025-10-01T10:00:00Z' })
  }
})

const nation = (locale: string, query = '') =>
  getNation(new Request(`http://localhost/${locale}/national${query}`), { params: Promise.resolve({ locale }) })
const report = (locale: string, institution = school.institutionId) =>
  getReport(new Request(`http://localhost/${locale}/institutions/${institution}/report`), {
    params: Promise.resolve({ locale, institution }),
  })
const csv = (locale: string, table: string) =>
  getCsv(new Request(`http://localhost/${locale}/national/csv/${table}`), {
    params: Promise.resolve({ locale, table }),
  })
const form = (path: string) => new Request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams() })

it('prints each figure of the country with its definition, its n and its date, beside a chart, in three languages', async () => {
  await callAs(member.sessionId)
  for (const locale of LOCALES) {
    const t = translator(locale)
    const response = await nation(locale)
    const html = await response.text()

    expect(response.status).toBe(200)
    for (const definition of ['places-by-half-year', 'people-trained', 'certificates'] as const)
      expect(html).toContain(escapeHtml(t(`cohorts.learning.definitions.${definition}`)))
    expect(html).toContain(escapeHtml(t('report.coverageNote')))
    expect(html).toContain(escapeHtml(t('report.people', { people: '30' })))
    expect(html.match(/<table/g)?.length).toBe(4)
    expect(html.match(/class="plain tiles"/g)).toHaveLength(1)
    expect(html.match(/<strong class="num">/g)).toHaveLength(3)
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
    expect(html).not.toMatch(/Alaoui|العلوي|Tribunal de Fès/)
  }
})

it('keeps the chosen years in the address, and leaves the totals as they are', async () => {
  await callAs(member.sessionId)
  const [all, second] = [await (await nation('fr')).text(), await (await nation('fr', '?from=2025-2')).text()]
  const totalOf = (html: string) => html.slice(html.indexOf('Tous les semestres')).match(/<\/tr>/)?.index

  expect(all).toContain('>1er semestre 2025</th>')
  expect(second).not.toContain('>1er semestre 2025</th>')
  expect(second).toContain('<option value="2025-2" selected="">')
  expect(totalOf(second)).toBe(totalOf(all))
  expect((await nation('fr', '?from=1066-1&to=%00')).status).toBe(200)
})

it('exports a table as a CSV file that French Excel reads', async () => {
  await callAs(member.sessionId)
  const response = await csv('ar', 'trained')
  const bytes = new Uint8Array(await response.arrayBuffer())
  const options = { delimiter: ';', record_delimiter: '\r\n', bom: true, relax_column_count: true }
  const rows: string[][] = parse(Buffer.from(bytes), options)

  expect(response.headers.get('content-disposition')).toMatch(/trained-\d{4}-\d\d-\d\d-ar\.csv/)
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(rows[0]?.[0]).toBe(translator('ar')('fields.region'))
  expect(rows.slice(1, 14).every((row) => row.length === 7)).toBe(true)
  expect(rows[3]?.[1]).toBe('30')
  expect((await csv('fr', 'people')).status).toBe(404)
  expect((await csv('fr', '../answers')).status).toBe(404)
})

it('keeps the country’s figures once a day, and shows them with how to cite them', async () => {
  await callAs(member.sessionId)
  const keep = () => keepNation(form('/fr/national/keep'), { params: Promise.resolve({ locale: 'fr' }) })
  const [first, second] = [await keep(), await keep()]
  const location = first.headers.get('location') ?? ''
  const day = location.match(/\d{4}-\d\d-\d\d/)?.[0] ?? ''

  expect([first.status, second.headers.get('location')]).toEqual([303, location])
  for (const locale of LOCALES) {
    const page = await getKeptNation(new Request(`http://localhost/${locale}/national/${day}`), {
      params: Promise.resolve({ locale, day }),
    })
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain(`/${locale}/national/${day}</bdi>`)
    expect(html).toContain(escapeHtml(translator(locale)('report.cite')))
    expect(html).not.toContain('method="post" action="/fr/national')
  }
  expect(await (await nation('fr')).text()).toContain(`href="/fr/national/${day}"`)
})

it('prints an institution’s report for its administrator and the platform, and keeps it', async () => {
  const platform = await insertStaff('platform-administrator', null)
  for (const who of [school.administrator, platform]) {
    await callAs(who.sessionId)
    const html = await (await report('fr')).text()
    expect(html).toContain(escapeHtml(translator('fr')('cohorts.learning.definitions.people-by-function')))
    expect(html).not.toMatch(/Alaoui|العلوي/)
  }
  const { institutionId: institution } = school
  const kept = await keepReport(form(`/ar/institutions/${institution}/report/keep`), {
    params: Promise.resolve({ locale: 'ar', institution }),
  })
  const day = kept.headers.get('location')?.match(/\d{4}-\d\d-\d\d/)?.[0] ?? ''
  const page = await getKeptReport(new Request(`http://localhost/ar/institutions/${institution}/report/${day}`), {
    params: Promise.resolve({ locale: 'ar', institution, day }),
  })
  expect([kept.status, page.status]).toEqual([303, 200])
})

it('refuses everybody else', async () => {
  const tutor = await insertStaff('tutor', school.institutionId)
  const stranger = await insertStaff('administrator', await makeInstitution())
  for (const who of [tutor, stranger, await insertPerson()]) {
    await callAs(who.sessionId)
    expect((await nation('ar')).status).toBe(403)
    expect((await csv('ar', 'trained')).status).toBe(403)
    expect((await report('ar')).status).toBe(403)
  }
  await callAs(member.sessionId)
  expect((await report('ar')).status).toBe(403)
  await callAs(null)
  expect((await nation('ar')).headers.get('location')).toContain('/ar/sign-in')
  const keep = await keepNation(form('/ar/national/keep'), { params: Promise.resolve({ locale: 'ar' }) })
  expect(keep.headers.get('location')).toContain('/ar/sign-in')
})

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
}
