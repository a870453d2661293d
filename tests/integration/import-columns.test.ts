import { describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/columns/route'
import { GET as getConfirm } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/confirm/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { db, sql } from '@/server/db/client'
import { findRows } from '@/server/db/cohort/import-runs'
import { deleteOldLists } from '@/server/db/retention/expired'
import { makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'

const TITLED = `Cour d’appel de Fès;;;
E-mail;de la cour;;
Contact;Grade;Mme / M.;<i>CIN</i>
amina@example.ma;Cadi;Amina Tazi;=1+1
badia@example.ma;Juge;Badia Alaoui;2
`

/** A list that was uploaded by a school's administrator, who is the caller. */
async function uploaded(text: string, school?: Awaited<ReturnType<typeof makeSchool>>) {
  const owner = school ?? (await makeSchool())
  const cohort = await makeCohort(owner)
  const permit = await mayEnrol(owner, cohort)
  const file = { name: 'liste.csv', bytes: new TextEncoder().encode(text) }
  const answer = await validateImport(permit, file, new Date())
  if (answer.status !== 'checked') throw new Error(answer.problem)
  await callAs(owner.administrator.sessionId)
  return { school: owner, cohort, permit, runId: answer.runId }
}
type List = Pick<Awaited<ReturnType<typeof uploaded>>, 'cohort' | 'runId'>

const addressOf = ({ cohort, runId }: List, locale: Locale) =>
  `http://localhost:3000/${locale}/cohorts/${cohort.id}/import/${runId}/columns`
const contextOf = ({ cohort, runId }: List, locale: Locale) => ({
  params: Promise.resolve({ locale, cohort: cohort.id, run: runId }),
})

async function read(list: List, locale: Locale = 'fr') {
  const response = await GET(new Request(addressOf(list, locale)), contextOf(list, locale))
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

async function send(list: List, fields: Readonly<Record<string, string>>, locale: Locale = 'fr') {
  const body = new URLSearchParams({ revision: await revisionOf(list), ...fields })
  const request = new Request(addressOf(list, locale), { method: 'POST', body })
  const response = await POST(request, contextOf(list, locale))
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

async function revisionOf({ runId }: List) {
  return String((await db().importFile.findUnique({ where: { runId } }))?.revision ?? 0)
}
const rowsOf = ({ runId }: List) => findRows(sql(), runId, { verdict: null, skip: 0, limit: 20 })

describe('the columns of a list', () => {
  it.each(LOCALES)('are shown in %s with examples, what each was read as, and one person', async (locale) => {
    const t = translator(locale)
    const { html } = await read(await uploaded(TITLED), locale)

    expect(html).toContain('<bdi>Contact</bdi>')
    expect(html).toContain('<bdi>&lt;i&gt;CIN&lt;/i&gt;</bdi>')
    for (const sample of ['amina@example.ma', 'Cadi', '=1+1']) expect(html).toContain(`<bdi>${sample}</bdi>`)
    expect(html).toContain(t('cohorts.import.mapping.origins.unused'))
    expect(html).toContain(t('cohorts.import.mapping.isColumn'))
    expect(html).toContain(t('cohorts.import.mapping.exampleTitle'))
  })

  it('below a title are read again from the header row that is chosen', async () => {
    const list = await uploaded(TITLED)
    // The second line seems to be the header, because it names an e-mail.
    expect((await send(list, { header: '3', go: 'on' })).location).toMatch(/\/columns$/)

    expect((await rowsOf(list)).map(({ line, email, verdict }) => [line, email, verdict])).toEqual([
      [4, 'amina@example.ma', 'new'],
      [5, 'badia@example.ma', 'new'],
    ])
    const { html } = await read(list)
    expect(html).toContain('<option value="3" selected="">')
    expect(html).toContain(translator('fr')('cohorts.import.mapping.origins.proposed'))
  })

  it('may be changed: a name in one column or in two, or none', async () => {
    const list = await uploaded(TITLED)
    await send(list, { header: '3' })
    await send(list, { header: '3', 'column.2': 'nameLatin', go: 'on' })
    expect((await rowsOf(list)).map((row) => row.nameLatin)).toEqual(['Amina Tazi', 'Badia Alaoui'])

    await send(list, { header: '3', 'column.1': 'givenLatin', 'column.2': 'familyLatin' })
    expect((await rowsOf(list)).map((row) => [row.nameLatin, row.function])).toEqual([
      ['Cadi Amina Tazi', null],
      ['Juge Badia Alaoui', null],
    ])
    expect(await db().cohortMember.count({ where: { cohortId: list.cohort.id } })).toBe(0)
  })

  it.each(LOCALES)('are refused in %s without an address, or if two have one meaning', async (locale) => {
    const t = translator(locale)
    const list = await uploaded('email;nom\na@example.ma;Amina\n')
    const before = await rowsOf(list)

    const none = await send(list, { 'column.0': '' }, locale)
    expect([none.status, none.html.includes(t('cohorts.import.files.no-email'))]).toEqual([400, true])
    const twice = await send(list, { 'column.1': 'email' }, locale)
    expect(twice.status).toBe(400)
    expect(twice.html).toContain(t('cohorts.import.files.twice', { column: t('cohorts.import.columns.email') }))
    expect(await rowsOf(list)).toEqual(before)
  })

  it('of a list without an address, or with one meaning twice, are asked for instead of refused', async () => {
    const none = await uploaded('Nom;Remarque\nAmina;rien\n')
    expect(await rowsOf(none)).toMatchObject([{ verdict: 'wrong', problem: 'email-missing', nameLatin: 'Amina' }])
    expect((await read(none)).html).toContain('<bdi>Remarque</bdi>')

    const twice = await uploaded('email;nom;nom complet\na@example.ma;Amina;Amina Tazi\n')
    await send(twice, { 'column.1': '', 'column.2': 'nameLatin' })
    expect(await rowsOf(twice)).toMatchObject([{ nameLatin: 'Amina Tazi' }])
  })

  it('can be read again for five thousand people', async () => {
    const people = Array.from({ length: 5000 }, (_, n) => `p${n}@example.ma;Amina Tazi\n`).join('')
    const list = await uploaded(`email;qui\n${people}`)

    await send(list, { 'column.1': 'nameLatin', go: 'on' })

    expect(await db().importRow.count({ where: { runId: list.runId, nameLatin: 'Amina Tazi' } })).toBe(5000)
    expect((await read(list)).html.length).toBeLessThan(40_000)
  })
})

describe('a decision about the columns', () => {
  it('is not taken twice: the second of two administrators is told so, and keeps what she chose', async () => {
    const list = await uploaded('email;qui\na@example.ma;Amina\n')
    const seen = await revisionOf(list)
    const [one, other] = await Promise.all([
      send(list, { 'column.1': 'nameLatin', revision: seen }),
      send(list, { 'column.1': 'institution', revision: seen }),
    ])

    expect([one.status, other.status].sort()).toEqual([303, 409])
    const late = one.status === 409 ? one : other
    expect(late.html).toContain(translator('fr')('errors.conflict'))
    // Her choice is not lost: she can send it again.
    const mine = late === one ? 'nameLatin' : 'institution'
    expect(late.html.match(/name="column.1".*?<\/select>/s)?.[0]).toContain(`<option value="${mine}" selected="">`)
    expect(await rowsOf(list)).toHaveLength(1)
    expect((await send(list, { 'column.1': 'nameLatin', revision: seen })).status).toBe(409)
  })

  it('is refused once the import has started, and leads to its progress', async () => {
    const list = await uploaded('email;qui\na@example.ma;Amina\n')
    const revision = await revisionOf(list)
    await startImport(list.permit, list.runId, new Date())

    const late = await send(list, { 'column.1': 'nameLatin', revision })

    const run = `/fr/cohorts/${list.cohort.id}/import/${list.runId}`
    expect(late.location).toBe(`${run}/confirm`)
    const confirm = await getConfirm(new Request(`http://localhost:3000${run}/confirm`), contextOf(list, 'fr'))
    expect(confirm.headers.get('location')).toBe(run)
    expect(await rowsOf(list)).toMatchObject([{ nameLatin: '' }])
    expect((await read(list)).location).toBe(late.location)
  })

  it('is only for people who may enrol in the cohort of the list', async () => {
    const list = await uploaded('email\na@example.ma\n')
    const { id } = await makeCohort(list.school)
    const foreign = { ...list, cohort: { ...list.cohort, id } }
    expect([(await read(foreign)).status, (await send(foreign, { header: '1' })).status]).toEqual([404, 404])
    expect((await read({ ...list, runId: 'x' })).status).toBe(404)

    await callAs((await insertStaff('tutor', list.school.institutionId)).sessionId)
    expect([(await read(list)).status, (await send(list, { header: '1' })).status]).toEqual([403, 403])
    await callAs((await makeSchool()).administrator.sessionId)
    expect([(await read(list)).status, (await send(list, { header: '1' })).status]).toEqual([403, 403])
  })
})

it('an uploaded list is deleted after a day, and its rows too if nobody has started its import', async () => {
  const [left, started, fresh] = [
    await uploaded('email\na@example.ma\n'),
    await uploaded('email\nb@example.ma\n'),
    await uploaded('email\nc@example.ma\n'),
  ]
  await startImport(started.permit, started.runId, new Date())
  const old = { createdAt: new Date(Date.now() - 24 * 3_600_000 - 1000) }
  for (const { runId } of [left, started]) {
    await db().importRun.update({ where: { id: runId }, data: old })
    await db().importFile.update({ where: { runId }, data: old })
  }

  await deleteOldLists(sql())

  const kept = async ({ runId }: List) => [
    await db().importFile.count({ where: { runId } }),
    await db().importRow.count({ where: { runId } }),
  ]
  expect([await kept(left), await kept(started), await kept(fresh)]).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
  ])
})
