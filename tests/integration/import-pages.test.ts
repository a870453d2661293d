import { afterEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/route'
import { POST as postStart } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/start/route'
import { GET as getModel } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/model/route'
import { GET as getList, POST as postList } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/route'
import { TEMPLATE_COLUMNS } from '@/domain/cohort/import/columns'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { readInWorker } from '@/server/cohort/import/read-in-worker'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { database, db, openDatabase } from '@/server/db/client'
import { insertPlace, makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { freePort } from '@/tests/support/site'
import { insertStaff } from '@/tests/support/staff'

const MINUTE_MS = 60_000
const alive = database()
afterEach(() => database.set(alive))

/** A checked import of so many people; the school's administrator is the caller. */
async function checkedList(people: number, wrong = 0) {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const rows = Array.from({ length: people + wrong }, (_, n) => (n < people ? `p${n}@example.ma` : `row ${n}`))
  const bytes = new TextEncoder().encode(`email\n${rows.join('\n')}\n`)
  const permit = await mayEnrol(school, cohort)
  const checked = await validateImport(permit, { name: 'liste.csv', bytes }, new Date())
  if (checked.status !== 'checked') throw new Error(checked.status)
  await callAs(school.administrator.sessionId)
  return { school, cohort, permit, runId: checked.runId }
}
type List = Awaited<ReturnType<typeof checkedList>>

const address = ({ cohort, runId }: List, locale: string, query = '') =>
  `http://localhost:3000/${locale}/cohorts/${cohort.id}/import/${runId}${query}`
const context = ({ cohort, runId }: List, locale: string) => ({
  params: Promise.resolve({ locale, cohort: cohort.id, run: runId }),
})

async function read(list: List, { locale = 'fr' as Locale, query = '', part = false } = {}) {
  const headers: HeadersInit = part ? { 'x-fragment': '1' } : {}
  const response = await GET(new Request(address(list, locale, query), { headers }), context(list, locale))
  return { status: response.status, html: await response.text() }
}

function start(list: List, locale: Locale) {
  const body = new URLSearchParams({ go: '1' })
  return postStart(new Request(address(list, locale, '/start'), { method: 'POST', body }), context(list, locale))
}

const escaped = (text: string) => text.replaceAll("'", '&#x27;')
const linesIn = (html: string) => html.match(/<tr><td/g)?.length ?? 0

describe('the report of a list', () => {
  it('is shown page by page with the wrong rows first, and can be filtered', async () => {
    const list = await checkedList(60, 3)

    const first = (await read(list)).html
    expect(linesIn(first)).toBe(50)
    for (const row of ['row 60', 'row 61', 'row 62']) expect(first).toContain(`<bdi>${row}</bdi>`)
    expect(first).toContain(`${new URL(address(list, 'fr')).pathname}?page=2#rows`)
    expect(linesIn((await read(list, { query: '?page=2' })).html)).toBe(13)
    expect(linesIn((await read(list, { query: '?show=wrong' })).html)).toBe(3)
    expect((await read(list, { query: '?show=existing' })).html).toContain(
      escaped(translator('fr')('cohorts.import.noRow')),
    )
    expect((await read(list, { query: "?show='&page=-1" })).html).toContain('<bdi>row 60</bdi>')
  })

  it('has no progress bar before the import has started', async () => {
    const list = await checkedList(2)

    expect((await read(list)).html).not.toContain('<progress')
    expect(await read(list, { part: true })).toEqual({ status: 200, html: '' })
  })

  it('is refused to another school and to a tutor, as a page and as a fragment', async () => {
    const list = await checkedList(2)
    const other = await makeSchool()
    await callAs(other.administrator.sessionId)
    for (const part of [true, false]) expect((await read(list, { part })).status).toBe(403)
    const foreign = { ...list, cohort: await makeCohort(other) }
    for (const part of [true, false]) expect((await read(foreign, { part })).status).toBe(404)
    await callAs((await insertStaff('tutor', list.school.institutionId)).sessionId)
    expect((await read(list, { part: true })).status).toBe(403)
  })
})

describe('the model of a list', () => {
  it.each(LOCALES)('has headers in %s that are all understood', async (locale) => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await callAs(school.administrator.sessionId)
    const params = Promise.resolve({ locale, cohort: cohort.id })
    const url = `http://localhost:3000/${locale}/cohorts/${cohort.id}/import/model`

    const response = await getModel(new Request(url), { params })

    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="list-${locale}.csv"`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const read = await readInWorker(bytes)
    expect(read).toMatchObject({ status: 'read', named: TEMPLATE_COLUMNS.map((column) => ({ column })), lines: [] })
    await callAs((await insertStaff('tutor', school.institutionId)).sessionId)
    expect((await getModel(new Request(url), { params })).status).toBe(403)
  })
})

describe('the page of an import', () => {
  it.each(LOCALES)('links in %s to the model in each language', async (locale) => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await callAs(school.administrator.sessionId)
    const params = Promise.resolve({ locale, cohort: cohort.id })

    const response = await getList(new Request(`http://localhost:3000/${locale}/cohorts/${cohort.id}/import`), {
      params,
    })

    const html = await response.text()
    for (const one of LOCALES)
      expect(html).toContain(`<a href="/${one}/cohorts/${cohort.id}/import/model" lang="${one}" hrefLang="${one}"`)
  })
})

describe('the contents of a roster', () => {
  it.each(LOCALES)('are shown in %s with how they were understood', async (locale) => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const text = 'Nom;Prénom;CIN;Fonction;Tribunal;E-mail\nTazi;Amina;AB1;Chargée d’études;TPI de Fès;a@example.ma\n'
    const file = { name: 'liste.csv', bytes: new TextEncoder().encode(text) }
    const checked = await validateImport(await mayEnrol(school, cohort), file, new Date())
    await callAs(school.administrator.sessionId)
    const list = {
      school,
      cohort,
      permit: await mayEnrol(school, cohort),
      runId: 'runId' in checked ? checked.runId : '',
    }
    const t = translator(locale)

    const { html } = await read(list, { locale })

    const taken = ['familyLatin', 'givenLatin', 'function', 'institution', 'email'] as const
    for (const column of taken) expect(html).toContain(`>${t(`cohorts.import.columns.${column}`)}</td>`)
    expect(html).toContain(t('cohorts.import.columnsUnused', { count: 1 }))
    expect(html).toMatch(new RegExp(`<bdi>CIN</bdi></th><td[^>]*><span[^>]*>${t('cohorts.import.columnUnused')}<`))
    for (const said of ['Amina Tazi', 'TPI de Fès', 'Chargée d’études'])
      expect(html).toMatch(new RegExp(`<bdi[^>]*>${said}</bdi>`))
    expect(html).toContain(t('cohorts.import.functionAsWritten'))
  })
})

describe('an import in progress', () => {
  it.each(LOCALES)('says in %s for each row why it was not imported', async (locale) => {
    const list = await checkedList(3)
    for (const email of ['p0@example.ma', 'p1@example.ma']) await insertPlace(list.cohort, { status: 'asked', email })
    await startImport(list.permit, list.runId, new Date())
    await runImports()
    const t = translator(locale)

    const { html } = await read(list, { locale })

    expect(html).toContain(t('cohorts.import.finished', { count: 1 }))
    expect(html).toContain(t('cohorts.import.left', { count: 2 }))
    expect(html.split(t('cohorts.import.outcomes.asked-already'))).toHaveLength(3)
    expect(html.split(t('cohorts.import.outcomes.invited'))).toHaveLength(2)
  })

  it.each(LOCALES)('says in %s how far it is, as a page and as the part that its script asks for', async (locale) => {
    const list = await checkedList(3)
    await startImport(list.permit, list.runId, new Date())
    const t = translator(locale)
    for (const part of [true, false]) {
      const { html } = await read(list, { locale, part })
      const text = t('cohorts.import.running', { done: 0, total: 3 })
      expect(html).toContain(`<progress class="bar" aria-label="${text}" value="0" max="3">`)
      expect(html).toContain(`href="/${locale}/cohorts/${list.cohort.id}/import/${list.runId}"`)
      expect(html).toContain(t('cohorts.import.stop'))
      expect(html.includes('<html')).toBe(!part)
    }

    await runImports()

    for (const part of [true, false]) {
      const { html } = await read(list, { locale, part })
      expect(html).toContain(t('cohorts.import.finished', { count: 3 }))
      expect(html).not.toContain('<progress')
    }
  })

  it('says so if nothing was imported for minutes, and that nothing is lost', async () => {
    const list = await checkedList(3)
    await startImport(list.permit, list.runId, new Date(Date.now() - 5 * MINUTE_MS))

    const { html } = await read(list, { part: true })

    expect(html).toContain('note warn')
    expect(html).toContain('Rien n’est perdu')
    expect(html).toContain('<progress')
  })

  it('says that it was cut short by the end of its cohort', async () => {
    const list = await checkedList(3)
    await startImport(list.permit, list.runId, new Date())
    await db().cohort.update({ where: { id: list.cohort.id }, data: { archivedAt: new Date() } })

    await runImports()

    const { html } = await read(list)
    expect(html).toContain(translator('fr')('cohorts.import.cutShort', { done: 0, total: 3 }))
    expect(html).not.toContain('<progress')
    expect(await db().cohortMember.count({ where: { cohortId: list.cohort.id } })).toBe(0)
  })
})

describe('while the database is away', () => {
  it('each route of an import says so in the reader’s language, and nothing is half done', async () => {
    const list = await checkedList(3)
    const nothing = `postgresql://nobody@127.0.0.1:${await freePort()}/nothing`
    const dead = openDatabase(nothing)
    const send = (locale: Locale) => {
      const body = new FormData()
      body.set('file', new File(['email\nx@example.ma\n'], 'x.csv'))
      const url = `http://localhost:3000/${locale}/cohorts/${list.cohort.id}/import`
      return postList(new Request(url, { method: 'POST', body }), context(list, locale))
    }
    const runs = () => db().importRun.findMany({ where: { cohortId: list.cohort.id } })
    const before = await runs()

    for (const locale of LOCALES) {
      database.set(dead)
      for (const answer of [
        await read(list, { locale }),
        await asRead(start(list, locale)),
        await asRead(send(locale)),
      ]) {
        expect(answer.status).toBe(503)
        expect(answer.html).toContain(translator(locale)('errors.unavailable'))
      }
      // The script of the progress bar reads only the status.
      expect((await read(list, { locale, part: true })).status).toBe(503)
      database.set(alive)
      expect(await runs()).toEqual(before)
    }
    expect((await start(list, 'fr')).status).toBe(303)
    await runImports()
    expect(await db().cohortMember.count({ where: { cohortId: list.cohort.id } })).toBe(3)
  })
})

async function asRead(answer: Promise<Response>) {
  const response = await answer
  return { status: response.status, html: await response.text() }
}
