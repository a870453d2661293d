import { describe, expect, it } from 'vitest'
import type { Printed, PrintedTable } from '@/domain/cohort/report/printed-table'
import type { InstitutionReport, NationReport, Report } from '@/domain/cohort/report/report'
import { translator } from '@/i18n/translator'
import { headlines } from './headlines'
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

  it('leave out rows by the choice of years, and keep the total of all rows', () => {
    const chosen = sheet(INSTITUTION, 'cohorts', { from: '2026-1', to: null }).rows

    expect(chosen.map(({ id }) => id)).toEqual(['2026-1', 'total'])
    expect(chosen.at(-1)?.cells).toEqual([3, 40, 10, 10, 10])
  })

  it('draw a bar for each half-year, but none for a hidden number', () => {
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

  describe('that are counted together', () => {
    const together = table(40, ['passed', 'merged'], [['2026-1', 20, 15, 5]])
    const places = {
      ...together,
      columns: together.columns.map((one) => (one.label === 'merged' ? { ...one, of: ['read', 'under-way'] } : one)),
      rows: [{ label: 'merged', people: 20, cells: [5, 15], of: ['2025-1', '2025-2'] }, ...together.rows],
    }
    const cohorts = ['2025-1', '2025-2', '2026-1'].map((half) => ({ half, cohorts: 2 }))
    const merged = { ...INSTITUTION, places, cohorts }

    it('name the half-years, and count all their cohorts', () => {
      const { headings, rows } = sheet(merged, 'cohorts')

      expect(headings.slice(-2)).toEqual(['Passed the exam', 'Exam not passed yet'])
      expect(rows[0]).toMatchObject({
        head: 'Other: First half of 2025, Second half of 2025',
        cells: [4, 20, 5, 15],
      })
    })

    it('are named without “other” if nothing stands beside them', () => {
      const [only] = places.rows
      const alone = { ...merged, places: { ...places, rows: only ? [only] : [] } }

      expect(sheet(alone, 'cohorts').rows[0]?.head).toBe('First half of 2025, Second half of 2025')
    })

    it('stay unchanged if either half-year is chosen, and are not drawn over time', () => {
      const chosen = sheet(merged, 'cohorts', { from: '2025-2', to: '2025-2' })
      const others = sheet(merged, 'cohorts', { from: '2026-1', to: null })

      expect(chosen.rows[0]).toEqual(sheet(merged, 'cohorts').rows[0])
      expect(others.rows.map(({ id }) => id)).toEqual(['2026-1', 'total'])
      expect(sheet(merged, 'cohorts').charts).toEqual([])
    })
  })

  it('are empty if there are none', () => {
    const empty = { ...INSTITUTION, cohorts: [], places: table(0, [], []) }

    expect(sheet(empty, 'cohorts')).toMatchObject({ rows: [], charts: [] })
  })
})

it('counts people without a group of their own among the others', () => {
  expect(sheet(INSTITUTION, 'people').rows.map(({ head }) => head)).toEqual(['Judges', 'Other functions', 'Total'])
})

it('says how many people a table is about, or that this is hidden', () => {
  const hidden = { ...INSTITUTION, people: table(null, [], []) }

  expect(sheet(INSTITUTION, 'people').people).toBe('n ≈ 30 people')
  expect(sheet(hidden, 'people').people).toMatch(/hidden/)
})

describe('coverage', () => {
  it('names the regions, and lists offices without a region as nationwide', () => {
    expect(sheet(NATION, 'coverage').rows.map(({ head, cells }) => [head, ...cells])).toEqual([
      ['Rabat-Salé-Kénitra', 4, 1, 0, 0],
      ['Nationwide', 1, null, 0, 0],
      ['Total', 5, null, 0, 0],
    ])
  })
})

describe('certificates', () => {
  const inForce = table(20, [], [['fundamentals', 20]])
  const certificates = { ...SHARED.certificates, 'in-force': inForce }
  const withTitle = (title: string) => ({ ...INSTITUTION, certificates, titles: { fundamentals: name(title) } })

  it('are rows by course, with a line below for a state that has few or none', () => {
    const few = { ...certificates, superseded: table(null, [], [['fundamentals', null]]), revoked: table(null, [], []) }
    const { headings, rows } = sheet({ ...withTitle('Fundamentals'), certificates: few }, 'certificates')

    expect(headings).toEqual(['Course', 'In force'])
    expect(rows.map(({ head, cells }) => [head, ...cells])).toEqual([
      ['Fundamentals', 20],
      ['Total', 20],
      ['Superseded: fewer than 5, or none', undefined],
      ['Revoked: fewer than 5, or none', undefined],
    ])
  })

  it('have a column for a state with a published number, as in kept figures', () => {
    const revoked = table(5, [], [['fundamentals', null]])
    const { headings, rows } = sheet({ ...withTitle('F'), certificates: { ...certificates, revoked } }, 'certificates')

    expect(headings.at(-1)).toBe('Revoked')
    expect(rows.map(({ cells }) => cells.at(-1))).toEqual([null, 5])
  })

  it('name the courses that are counted together', () => {
    const together = { ...inForce, rows: [{ label: 'merged', people: 20, cells: [20], of: ['a', 'b'] }] }
    const report = { ...INSTITUTION, certificates: { ...certificates, 'in-force': together }, titles: { a: name('A') } }

    expect(sheet(report, 'certificates').rows[0]?.head).toBe('Other: A, b')
  })
})

describe('figures of which only totals are published', () => {
  const people = {
    ...table(90, ['trained', 'not-trained'], []),
    rows: [
      { label: 'judges', people: 60, cells: [] },
      { label: 'clerks', people: 30, cells: [] },
    ],
  }

  it('are a list of rows, and below their total those of the columns', () => {
    const { headings, rows } = sheet({ ...INSTITUTION, people }, 'people')

    expect(headings).toHaveLength(2)
    expect(rows.map(({ head, cells }) => [head, ...cells])).toEqual([
      ['Judges', 60],
      ['Clerks', 30],
      ['Total', 90],
      ['Trained', 10],
      ['Not yet trained', 10],
    ])
  })

  it('have nothing below the total if all columns are merged', () => {
    const one = { ...people, columns: [{ label: 'merged', people: 90, of: ['trained', 'not-trained'] }] }

    expect(sheet({ ...INSTITUTION, people: one }, 'people').rows.at(-1)?.head).toBe('Total')
  })
})

describe('the three figures that come first', () => {
  it('are the trained people, the passed exams and the certificates of an institution', () => {
    const three = headlines(INSTITUTION, WORDS).map(({ value, note, defined }) => [value, note, defined])

    expect(three).toEqual([
      ['≈ 10', 'of ≈ 30 people', 'people-by-function'],
      ['≈ 10', 'of ≈ 40 participants · 3 cohorts', 'places-by-half-year'],
      ['0', '0 courses', 'certificates'],
    ])
  })

  it('are the trained people, the offices and the certificates of the country, or say that they are hidden', () => {
    const reached = { ...NATION.coverage, total: { court: office(5, 2), prosecution: office(3, 1) } }
    const shown = headlines({ ...NATION, coverage: reached }, WORDS)

    expect(headlines(NATION, WORDS).map(({ value }) => value)).toEqual(['≈ 25', 'hidden', '0'])
    expect(shown[1]).toMatchObject({ value: '3', note: 'of 8 registered' })
  })

  it('have a definition on every page', () => {
    for (const report of [INSTITUTION, NATION]) {
      const defined = sheetsOf(report, WORDS).map((one) => one.defined)
      for (const headline of headlines(report, WORDS)) expect(defined).toContain(headline.defined)
    }
  })
})

it('is a file of headings, rows, what is counted and how people are protected', () => {
  const lines = sheetLines(sheet(NATION, 'coverage'), '2026-11-25', WORDS)

  expect(lines[0]).toHaveLength(5)
  expect(lines[2]).toEqual(['Nationwide', 1, 'hidden', 0, 0])
  expect(lines.at(-2)?.[0]).toContain('2026')
  expect(lines.at(-1)).toEqual([WORDS.t('report.protection')])
})
