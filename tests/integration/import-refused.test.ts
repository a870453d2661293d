import { describe, expect, it } from 'vitest'
import { GET } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/refused/route'
import { GET as getReport } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/route'
import { KEEP_NOTHING } from '@/domain/cohort/import/values-form'
import { BYTE_ORDER_MARK } from '@/domain/csv'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { rereadImport } from '@/server/cohort/import/reread-import'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { db, sql } from '@/server/db/client'
import { findImportFile } from '@/server/db/cohort/import-files'
import { findRows } from '@/server/db/cohort/import-runs'
import { deleteOldLists } from '@/server/db/retention/expired'
import { insertPlace, makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'

const LIST = `Identité;Poste occupé;Contact;CIN
Amina Tazi;juge;a@example.ma;1
=HYPERLINK("http://x");"@SUM;""1""";b@example.ma;2
Chouaib;<b>Cadi</b>;-c@example;3
`

async function uploaded(bytes: Uint8Array<ArrayBuffer>) {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const permit = await mayEnrol(school, cohort)
  const answer = await validateImport(permit, { name: 'liste', bytes }, new Date())
  if (answer.status !== 'checked') throw new Error(answer.problem)
  await callAs(school.administrator.sessionId)
  return { school, cohort, permit, runId: answer.runId }
}
type List = Awaited<ReturnType<typeof uploaded>>
const encode = (text: string) => new TextEncoder().encode(text)

/** A list with chosen columns, one accepted person and two refused rows. */
async function refused() {
  const list = await uploaded(encode(LIST))
  const file = await findImportFile(db(), list.runId)
  if (!file) throw new Error('no file')
  const columns = ['nameLatin', 'function', 'email', null] as const
  const plan = { ...file.plan, header: 1, columns }
  await rereadImport(list.permit, list.runId, { revision: file.revision, plan, keep: KEEP_NOTHING }, new Date())
  return list
}

async function download({ cohort, runId }: List, { locale = 'fr' as Locale, format = 'csv' } = {}) {
  const url = `http://localhost:3000/${locale}/cohorts/${cohort.id}/import/${runId}/refused?format=${format}`
  const params = Promise.resolve({ locale, cohort: cohort.id, run: runId })
  const response = await GET(new Request(url), { params })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}
const rowsOf = ({ runId }: List) => findRows(sql(), runId, { verdict: null, skip: 0, limit: 20 })

describe('the refused rows', () => {
  it.each(LOCALES)(
    'come back as a file in %s with the reason of each, and nothing in it is a formula',
    async (locale) => {
      const t = translator(locale)
      const { response, bytes } = await download(await refused(), { locale })

      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="refused-${locale}.csv"`)
      const column = (name: 'nameLatin' | 'function' | 'email') => t(`cohorts.import.columns.${name}`)
      const header = [column('nameLatin'), column('function'), column('email'), t('cohorts.import.confirm.reason')]
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')).toEqual([
        BYTE_ORDER_MARK + header.join(';'),
        `"'=HYPERLINK(""http://x"")";"'@SUM;""1""";b@example.ma;${t('cohorts.import.problems.name-latin')}`,
        `Chouaib;<b>Cadi</b>;'-c@example;${t('cohorts.import.problems.email')}`,
        '',
      ])
    },
  )

  it.each(['csv', 'xlsx'])('can be imported again as they are, and once they are mended: %s', async (format) => {
    const { bytes } = await download(await refused(), { format })

    const again = await uploaded(bytes)
    expect(await rowsOf(again)).toMatchObject([
      { line: 2, email: 'b@example.ma', nameLatin: '=HYPERLINK("http://x")', problem: 'name-latin' },
      { line: 3, email: '-c@example', nameLatin: 'Chouaib', problem: 'email' },
    ])
    if (format === 'xlsx') return
    const mended = new TextDecoder().decode(bytes).replace("'-c@example", 'c@example.ma')
    expect(await rowsOf(await uploaded(encode(mended)))).toContainEqual(
      expect.objectContaining({ email: 'c@example.ma', function: '<b>Cadi</b>', verdict: 'new' }),
    )
  })

  it('include the people whom the import itself did not take, and the report links to the file', async () => {
    const list = await uploaded(encode('nom;email\nAmina;a@example.ma\nBadia;b@example.ma\n'))
    await insertPlace(list.cohort, { status: 'asked', email: 'a@example.ma' })
    await startImport(list.permit, list.runId, new Date())
    await runImports()

    const text = new TextDecoder().decode((await download(list)).bytes)
    expect(text).toContain(`Amina;a@example.ma;${translator('fr')('cohorts.import.outcomes.asked-already')}`)
    expect(text).not.toContain('Badia')
    const { id } = list.cohort
    const params = Promise.resolve({ locale: 'fr', cohort: id, run: list.runId })
    const report = await getReport(new Request(`http://localhost:3000/fr/cohorts/${id}/import/${list.runId}`), {
      params,
    })
    expect(await report.text()).toContain(`href="/fr/cohorts/${id}/import/${list.runId}/refused"`)
  })

  it('have a column for the address, also if their list had none', async () => {
    const text = new TextDecoder().decode((await download(await uploaded(encode('nom\nAmina\n')))).bytes)

    expect(text).toContain(`;Amina;${translator('fr')('cohorts.import.problems.email-missing')}`)
  })

  it('are available for a day, to people who may enrol in the cohort of the list', async () => {
    const list = await refused()
    const elsewhere = { ...list, cohort: await makeCohort(list.school) }
    expect((await download(elsewhere)).response.status).toBe(404)
    await callAs((await insertStaff('tutor', list.school.institutionId)).sessionId)
    expect((await download(list)).response.status).toBe(403)

    await callAs(list.school.administrator.sessionId)
    await db().importFile.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } })
    await deleteOldLists(sql())
    expect((await download(list)).response.status).toBe(404)
  })
})
