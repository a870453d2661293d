import { describe, expect, it } from 'vitest'
import { GET as getConfirm } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/confirm/route'
import { POST as postStart } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/start/route'
import { GET, POST } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/[run]/values/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { runImports } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { db, sql } from '@/server/db/client'
import { findRows } from '@/server/db/cohort/import-runs'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'

const ROWS = [
  'email;nom;fonction;tribunal;langue',
  'a@example.ma;Amina Tazi;Cadi <b>1</b>;TPI Fès;Tamazight',
  'b@example.ma;Badia Alaoui;CADI <b>1</b>;tpi fes;fr',
  'c@example;Chouaib Tazi;Juge;;',
  'd@example.ma;=1+1;Juge;;',
]
const LIST = `${ROWS.join('\n')}\n`
type List = Awaited<ReturnType<typeof uploaded>>

/** A list that was uploaded by a school's administrator, who is the caller. */
async function uploaded(text: string, { school, seats = null }: { school?: School; seats?: number | null } = {}) {
  const owner = school ?? (await makeSchool())
  const cohort = await makeCohort(owner, { fields: { seats } })
  const permit = await mayEnrol(owner, cohort)
  const file = { name: 'liste.csv', bytes: new TextEncoder().encode(text) }
  const answer = await validateImport(permit, file, new Date())
  if (answer.status !== 'checked') throw new Error(answer.problem)
  await callAs(owner.administrator.sessionId)
  return { school: owner, cohort, permit, runId: answer.runId }
}

const urlOf = ({ cohort, runId }: List, locale: Locale, step: string) =>
  `http://localhost:3000/${locale}/cohorts/${cohort.id}/import/${runId}/${step}`
const contextOf = ({ cohort, runId }: List, locale: Locale) => ({
  params: Promise.resolve({ locale, cohort: cohort.id, run: runId }),
})
const asRead = async (response: Response) => ({
  status: response.status,
  html: await response.text(),
  location: response.headers.get('location'),
})
const read = async (list: List, locale: Locale = 'fr') =>
  asRead(await GET(new Request(urlOf(list, locale, 'values')), contextOf(list, locale)))
const confirm = async (list: List, locale: Locale = 'fr') =>
  asRead(await getConfirm(new Request(urlOf(list, locale, 'confirm')), contextOf(list, locale)))

async function send(list: List, fields: readonly (readonly [string, string])[], locale: Locale = 'fr') {
  const sent = fields.some(([name]) => name === 'revision')
  const revision: [string, string][] = sent ? [] : [['revision', String(await revisionOf(list))]]
  const body = new URLSearchParams([...revision, ...fields.map(([...pair]) => pair)])
  const request = new Request(urlOf(list, locale, 'values'), { method: 'POST', body })
  return asRead(await POST(request, contextOf(list, locale)))
}

/** The value of a hidden field, as a browser sends it. */
function textOf(html: string, name: string): string {
  const value = html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

async function start(list: List, revision?: number) {
  const body = new URLSearchParams({ go: '1', ...(revision !== undefined && { revision: String(revision) }) })
  const request = new Request(urlOf(list, 'fr', 'start'), { method: 'POST', body })
  return asRead(await postStart(request, contextOf(list, 'fr')))
}

const revisionOf = async ({ runId }: List) => (await db().importFile.findUnique({ where: { runId } }))?.revision ?? 0
const rowsOf = ({ runId }: List) => findRows(sql(), runId, { verdict: null, skip: 0, limit: 20 })

/** The name of the field that asks about a value. */
async function fieldOf({ runId }: List, written: string) {
  const file = await db().importFile.findUnique({ where: { runId } })
  const values = file?.values as { written: string }[]
  return `value.${values.findIndex((value) => value.written === written)}`
}

describe('the values of a list', () => {
  it.each(LOCALES)(
    'that are not understood are asked for once in %s, with the number of their rows',
    async (locale) => {
      const t = translator(locale)
      const { html } = await read(await uploaded(LIST), locale)

      expect(html.split('<bdi>Cadi &lt;b&gt;1&lt;/b&gt;</bdi>')).toHaveLength(2)
      expect(html).toContain(t('cohorts.import.correct.rows', { count: 2 }))
      expect(html.split('<bdi>Tamazight</bdi>')).toHaveLength(2)
      expect(html).toContain('value="c@example"')
      expect(html).toContain('value="=1+1"')
      for (const text of ['keep', 'linesTitle', 'locale', 'function'] as const)
        expect(html).toContain(t(`cohorts.import.correct.${text}`))
    },
  )

  it('are given back as they were sent if somebody else has decided meanwhile', async () => {
    const list = await uploaded(LIST)
    const [grade, language, court] = [
      await fieldOf(list, 'Cadi <b>1</b>'),
      await fieldOf(list, 'Tamazight'),
      await fieldOf(list, 'TPI Fès'),
    ]
    const page = (await read(list)).html
    const written = (field: string) =>
      [field.replace('value', 'of'), textOf(page, field.replace('value', 'of'))] as const
    const late = await send(list, [
      ...[written(grade), written(language), written(court)],
      [grade, 'judge'],
      // This field was about another value when its page was shown.
      [language, 'ar'],
      [language.replace('value', 'of'), 'Amazigh'],
      [court, 'Tribunal de Fès "A"'],
      [court.replace('value', 'aside'), 'yes'],
      ['row', '4'],
      ['email.4', 'chouaib@example.ma'],
      ['row', '5'],
      ['row-aside.5', 'yes'],
      ['revision', '-1'],
    ])

    expect(late.status).toBe(409)
    const select = (field: string) => late.html.match(new RegExp(`name="${field}".*?</select>`, 's'))?.[0]
    expect(select(grade)).toContain('<option value="judge" selected="">')
    expect(select(language)).not.toContain('<option value="ar" lang="ar" selected="">')
    expect(late.html).toContain('value="Tribunal de Fès &quot;A&quot;"')
    expect(late.html).toMatch(
      new RegExp(
        `checked="" name="${court.replace('value', 'aside')}"|name="${court.replace('value', 'aside')}"[^>]*checked=""`,
      ),
    )
    expect(late.html).toContain('value="chouaib@example.ma"')
    expect(late.html).toMatch(/name="row-aside.5"[^>]*checked=""/)
    expect(late.html).not.toMatch(/name="row-aside.4"[^>]*checked=""/)
    expect(late.html).not.toMatch(/name="keep"[^>]*checked=""/)
    expect(late.html).toContain(`name="revision" value="${await revisionOf(list)}"`)
  })

  it('are corrected in all rows alike, and remembered for the next list of the institution only', async () => {
    const list = await uploaded(LIST)
    const answers = [
      [await fieldOf(list, 'Cadi <b>1</b>'), 'judge'],
      [await fieldOf(list, 'Tamazight'), 'ar'],
      [await fieldOf(list, 'TPI Fès'), 'Tribunal de première instance de Fès'],
      ['keep', 'yes'],
      ['go', 'on'],
    ] as const
    expect((await send(list, answers)).location).toMatch(/\/confirm$/)

    const corrected = { function: 'judge', institution: 'Tribunal de première instance de Fès', verdict: 'new' }
    const expected = [
      { email: 'a@example.ma', ...corrected, locale: 'ar' },
      { email: 'b@example.ma', ...corrected, locale: 'fr' },
    ]
    expect((await rowsOf(list)).slice(2)).toMatchObject(expected)
    const next = await uploaded(LIST, { school: list.school })
    expect((await rowsOf(next)).slice(2)).toMatchObject(expected)
    expect((await read(next)).html).toContain(translator('fr')('cohorts.import.correct.chosen'))
    const elsewhere = await uploaded(LIST)
    expect(await rowsOf(elsewhere)).toContainEqual(
      expect.objectContaining({ email: 'a@example.ma', problem: 'locale' }),
    )
  })

  it('are forgotten again, if they are left as the list writes them', async () => {
    const list = await uploaded(LIST)
    const field = await fieldOf(list, 'Cadi <b>1</b>')
    const kept = () => db().importChoice.count({ where: { institutionId: list.school.institutionId } })
    await send(list, [
      [field, 'judge'],
      ['keep', 'yes'],
    ])
    expect(await kept()).toBe(1)

    await send(list, [[field, '']])
    expect(await kept()).toBe(1)
    await send(list, [
      [field, ''],
      ['keep', 'yes'],
    ])
    expect(await kept()).toBe(0)
    expect(await rowsOf(list)).toContainEqual(expect.objectContaining({ function: 'CADI <b>1</b>' }))
  })

  it('may be left empty, or leave their rows aside, in this list only', async () => {
    const list = await uploaded(LIST)
    await send(list, [
      [await fieldOf(list, 'Cadi <b>1</b>'), 'aside'],
      [await fieldOf(list, 'Tamazight'), 'empty'],
    ])

    const left = { verdict: 'wrong', problem: 'aside' }
    expect((await rowsOf(list)).slice(0, 2)).toMatchObject([left, left])
    expect(await db().importChoice.count({ where: { institutionId: list.school.institutionId } })).toBe(0)
  })
})

describe('a single row', () => {
  it('is mended in place, or left aside and taken back', async () => {
    const list = await uploaded(LIST)
    const rows = [
      ['row', '4'],
      ['row', '5'],
    ] as const
    await send(list, [...rows, ['email.4', 'c@example.ma'], ['nameLatin.5', 'Driss Tazi']])
    expect(await rowsOf(list)).toContainEqual(
      expect.objectContaining({ line: 4, email: 'c@example.ma', verdict: 'new' }),
    )
    expect(await rowsOf(list)).toContainEqual(
      expect.objectContaining({ line: 5, nameLatin: 'Driss Tazi', verdict: 'new' }),
    )

    await send(list, [
      ['row', '4'],
      ['row-aside.4', 'yes'],
    ])
    expect(await rowsOf(list)).toContainEqual(expect.objectContaining({ line: 4, problem: 'aside' }))
    await send(list, [['row', '4']])
    expect(await rowsOf(list)).toContainEqual(expect.objectContaining({ line: 4, verdict: 'new' }))
  })
})

describe('the confirmation', () => {
  it.each(LOCALES)('says in %s who is invited, who waits and who is left aside', async (locale) => {
    const t = translator(locale)
    const people = Array.from({ length: 5 }, (_, n) => `p${n}@example.ma`).join('\n')
    const list = await uploaded(`email\n${people}\nnobody\n`, { seats: 3 })
    await insertPlace(list.cohort, { status: 'active' })

    const { html } = await confirm(list, locale)

    const figure = (key: 'invited' | 'waiting' | 'aside', value: number) =>
      `${t(`cohorts.import.confirm.${key}`)}</dt><dd><strong>${value}</strong>`
    for (const [key, value] of [
      ['invited', 2],
      ['waiting', 3],
      ['aside', 1],
    ] as const)
      expect(html).toContain(figure(key, value))
    expect(html).toContain(t('cohorts.import.confirm.waitingFrom', { free: 2, line: '4' }))
    expect(html).toContain(t('cohorts.import.problems.email'))
    expect(html).toContain(t('cohorts.import.go', { count: 5 }))
    expect(await db().cohortMember.count({ where: { cohortId: list.cohort.id } })).toBe(1)
  })

  it('starts nothing if somebody has changed the list since, and starts once if it is pressed twice', async () => {
    const list = await uploaded('email\na@example.ma\n')
    const seen = await revisionOf(list)
    await send(list, [])

    expect((await start(list, seen)).status).toBe(409)
    await runImports()
    expect(await db().cohortMember.count({ where: { cohortId: list.cohort.id } })).toBe(0)
    const now = await revisionOf(list)
    expect([(await start(list, now)).status, (await start(list, now)).status]).toEqual([303, 303])
    await runImports()
    expect(await db().mail.count({ where: { member: { cohortId: list.cohort.id } } })).toBe(1)
    expect((await confirm(list)).location).toBe(`/fr/cohorts/${list.cohort.id}/import/${list.runId}`)
    expect((await send(list, [])).status).toBe(303)
  })

  it('and the values are only for people who may enrol in the cohort of the list', async () => {
    const list = await uploaded('email\na@example.ma\n')
    const foreign = { ...list, cohort: await makeCohort(list.school) }
    const statuses = async (of: List) => [
      (await read(of)).status,
      (await send(of, [])).status,
      (await confirm(of)).status,
    ]

    expect(await statuses(foreign)).toEqual([404, 404, 404])
    expect((await start({ ...list, runId: 'x' })).status).toBe(404)
    await callAs((await insertStaff('tutor', list.school.institutionId)).sessionId)
    expect(await statuses(list)).toEqual([403, 403, 403])
  })
})
