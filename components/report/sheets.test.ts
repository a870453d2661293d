import { describe, expect, it } from 'vitest'
import type { Printed, PrintedTable } from '@/domain/cohort/report/printed-table'
import type { InstitutionReport, NationReport, Report } from '@/domain/cohort/report/report'
import { translator } from '@/i18n/translator'
import type { Words } from './sheet'
import { sheetLines } from './sheet-lines'
import { sheetsOf } from './sheets'

const name = (en: string) => ({ ar: en, fr: en, en })
const WORDS: Words = {
  locale: 'en',
  t: translator('en'),
  regions: { '04': { id: '04', name: name('Rabat-Salé-Kénitra'), short: name('Rabat') } } as Words['regions'],
}

type Row = [label: string, people: Printed, ...cells: Printed[]]
function table(people: Printed, columns: readonly string[], rows: readonly Row[]): PrintedTable {
  return {
    definition: 'places-by-half-year',
    people,
    columns: columns.map((label) => ({ label, people: 10 })),
    rows: rows.map(([label, counted, ...cells]) => ({ label, people: counted, cells })),
  }
}
const NO_CERTIFICATES = table(0, [], [])
const SHARED = {
  cohorts: [
    { half: '2025-2', cohorts: 2 },
    { half: '2026-1', cohorts: 1 },
  ],
  places: table(
    40,
    ['passed', 'read', 'under-way'],
    [
      ['2025-2', 30, 20, 5, 5],
      ['2026-1', null, null, null, null],
    ],
  ),
  certificates: { 'in-force': NO_CERTIFICATES, superseded: NO_CERTIFICATES, revoked: NO_CERTIFICATES },
  titles: {},
}
const INSTITUTION: InstitutionReport = {
  scope: 'institution',
  nameArabic: 'محكمة',
  nameLatin: 'Cour',
  ...SHARED,
  people: table(
    30,
    ['trained', 'not-trained'],
    [
      ['judges', 30, 20, 10],
      ['from-before', 5, 5, 0],
    ],
  ),
}
const office = (registered: number, reached: Printed) => ({ registered, reached })
const NATION: NationReport = {
  scope: 'nation',
  ...SHARED,
  coverage: {
    rows: [
      { label: '04', court: office(4, 1), prosecution: office(0, 0) },
      { label: 'country', court: office(1, null), prosecution: office(0, 0) },
    ],
    total: { court: office(5, null), prosecution: office(0, 0) },
  },
  trained: table(25, ['judges'], [['04', 25, 25]]),
}
const sheet = (report: Report, key: string, years?: Parameters<typeof sheetsOf>[2]) => {
  const found = sheetsOf(report, WORDS, years).find((one) => one.key === key)
  if (!found) throw new Error(`no sheet ${key}`)
  return found
}

it('has the tables of its scope, in the order in which they are read', () => {
  expect(sheetsOf(INSTITUTION, WORDS).map(({ key }) => key)).toEqual(['cohorts', 'people', 'certificates'])
  expect(sheetsOf(NATION, WORDS).map(({ key }) => key)).toEqual(['cohorts', 'coverage', 'trained', 'certificates'])
})

describe('cohorts over time', () => {
  it('are rows by half-year with a total', () => {
    expect(sheet(INSTITUTION, 'cohorts').rows.map(({ head, cells }) => [head, ...cells])).toEqual([
      ['Second half of 2025', 2, 30, 20, 5, 5],
      ['First half of 2026', 1, null, null, null, null],
      ['All half-years', 3, 40, 10, 10, 10],
    ])
  })

  it('lose rows by the choice of years, and never a total of the rest', () => {
    const chosen = sheet(INSTITUTION, 'cohorts', { from: '2026-1', to: null }).rows

    expect(chosen.map(({ id }) => id)).toEqual(['2026-1', 'total'])
    expect(chosen.at(-1)?.cells).toEqual([3, 40, 10, 10, 10])
  })

  it('draw a bar for each, without one for what is hidden', () => {
    const [chart] = sheet(INSTITUTION, 'cohorts').charts

    expect(chart?.bars).toEqual([
      { label: '2025/2', value: 30, text: '30' },
      { label: '2026/1 (hidden)', value: null, text: '' },
    ])
    expect(chart?.max).toBe(30)
  })

  it('draw the last six half-years', () => {
    const halves = ['2022-1', '2022-2', '2023-1', '2023-2', '2024-1', '2024-2', '2025-1']
    const places = table(
      70,
      [],
      halves.map((half): Row => [half, 10]),
    )
    const [chart] = sheet({ ...INSTITUTION, places, cohorts: [] }, 'cohorts').charts

    expect(chart?.bars.map(({ label }) => label)).toEqual(halves.slice(1).map((half) => half.replace('-', '/')))
  })

  it('say nothing where there are none', () => {
    const empty = { ...INSTITUTION, cohorts: [], places: table(0, [], []) }

    expect(sheet(empty, 'cohorts')).toMatchObject({ rows: [], charts: [] })
  })
})

it('counts people without a group of their own among the others', () => {
  expect(sheet(INSTITUTION, 'people').rows.map(({ head }) => head)).toEqual(['Judges', 'Other functions', 'Total'])
})

it('says of how many people a table is, or that this is hidden', () => {
  const hidden = { ...INSTITUTION, people: table(null, [], []) }

  expect(sheet(INSTITUTION, 'people').people).toBe('n ≈ 30 people')
  expect(sheet(hidden, 'people').people).toMatch(/hidden/)
})

describe('coverage', () => {
  it('names regions, and the offices without one', () => {
    expect(sheet(NATION, 'coverage').rows.map(({ head, cells }) => [head, ...cells])).toEqual([
      ['Rabat-Salé-Kénitra', 4, 1, 0, 0],
      ['Nationwide', 1, null, 0, 0],
      ['Total', 5, null, 0, 0],
    ])
  })

  it('is drawn where offices are registered, hidden ones without a bar', () => {
    const charts = sheet(NATION, 'coverage').charts

    expect(charts).toHaveLength(1)
    expect(charts[0]?.bars).toEqual([
      { label: 'Rabat-Salé-Kénitra', value: 0.25, text: '1/4' },
      { label: 'Nationwide (hidden)', value: null, text: '' },
    ])
  })
})

describe('certificates', () => {
  const inForce = table(20, [], [['fundamentals', 20]])
  const certificates = { ...SHARED.certificates, 'in-force': inForce }
  const withTitle = (title: string) => ({ ...INSTITUTION, certificates, titles: { fundamentals: name(title) } })

  it('are rows by course and state, hidden where a state has none to show', () => {
    expect(sheet(withTitle('Fundamentals'), 'certificates').rows.map(({ head, cells }) => [head, ...cells])).toEqual([
      ['Fundamentals', 20, null, null],
      ['Total', 20, 0, 0],
    ])
  })

  it('bear a short name above their bars, ending with a whole word', () => {
    const [chart] = sheet(withTitle('Recognising trafficking in human beings at court'), 'certificates').charts

    expect(chart?.bars[0]?.label).toBe('Recognising trafficking in human…')
  })
})

it('is a file of headings, rows, what is counted and how people are protected', () => {
  const lines = sheetLines(sheet(NATION, 'coverage'), '2026-11-25', WORDS)

  expect(lines[0]).toHaveLength(5)
  expect(lines[2]).toEqual(['Nationwide', 1, 'hidden', 0, 0])
  expect(lines.at(-2)?.[0]).toContain('2026')
  expect(lines.at(-1)).toEqual([WORDS.t('report.protection')])
})
