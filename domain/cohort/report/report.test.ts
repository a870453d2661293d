import { expect, it } from 'vitest'
import { PERSON_FUNCTIONS } from '../../person/person-function'
import { isOneBetween, readHalf } from './half-year'
import { groupOf, PEOPLE_GROUPS } from './people-group'
import { printCertificates, printPeopleOf, printPlaces, printTrained, reportSchema } from './report'
import { reportDay } from './report-day'

it('describes, all day long, the evening before by the clock in Morocco', () => {
  const [early, late] = [reportDay(new Date('2026-11-25T23:30:00Z')), reportDay(new Date('2026-11-26T22:30:00Z'))]

  expect(early).toEqual(late)
  expect(early).toEqual({ day: '2026-11-25', until: new Date('2026-11-25T23:00:00Z') })
})

it('selects half-years, both ends included, and reads only those that exist', () => {
  const halves = ['2024-2', '2025-1', '2025-2', '2026-1']
  const between = (from: string | null, to: string | null) =>
    halves.filter((half) => isOneBetween([half], { from, to }))

  expect(between('2025-1', '2025-2')).toEqual(['2025-1', '2025-2'])
  expect(between(null, '2024-2')).toEqual(['2024-2'])
  expect(between(null, null)).toEqual(halves)
  expect(isOneBetween(['2024-2', '2026-1'], { from: '2025-1', to: '2025-2' })).toBe(false)
  expect(isOneBetween(['2024-2', '2025-2'], { from: '2025-1', to: null })).toBe(true)
  expect([readHalf('2025-2', halves), readHalf('2030-1', halves), readHalf(null, halves)]).toEqual([
    '2025-2',
    null,
    null,
  ])
})

it('puts every function in one group', () => {
  expect(new Set(PERSON_FUNCTIONS.map(groupOf))).toEqual(new Set(PEOPLE_GROUPS))
  expect(groupOf('constructor')).toBe('others')
})

it('counts places by half-year and by how far people got', () => {
  const table = printPlaces(
    [{ half: '2025-2' }, { half: '2026-1' }],
    [
      { half: '2025-2', stage: 'passed', people: 31 },
      { half: '2025-2', stage: 'under-way', people: 11 },
      { half: '2025-2', stage: 'read', people: 9 },
    ],
  )

  expect(table.rows[0]).toEqual({ label: '2025-2', people: 50, cells: [30, 10, 10] })
  expect(table.rows[1]).toEqual({ label: '2026-1', people: 0, cells: [0, 0, 0] })
})

it('does not hide the certificates in force because few were withdrawn', () => {
  const certificates = printCertificates([
    { courseId: 'fundamentals', state: 'in-force', certificates: 61 },
    { courseId: 'detection', state: 'in-force', certificates: 20 },
    { courseId: 'fundamentals', state: 'revoked', certificates: 2 },
    { courseId: 'fundamentals', state: 'superseded', certificates: 1 },
  ])

  expect(certificates['in-force'].rows.map(({ people }) => people)).toEqual([20, 60])
  expect(certificates.revoked.people).toBeNull()
  expect(certificates.superseded.rows.every(({ people }) => people === null)).toBe(true)
})

it('stores figures that can be read again, and refuses anything else', () => {
  const shared = {
    cohorts: [{ half: '2026-1', cohorts: 2 }],
    places: printPlaces([{ half: '2026-1' }], [{ half: '2026-1', stage: 'passed', people: 12 }]),
    certificates: printCertificates([]),
    titles: { fundamentals: { ar: 'أ', fr: 'a', en: 'a' } },
  }
  const nation = { scope: 'nation', ...shared, ...printTrained([], []) }
  const people = printPeopleOf([{ function: 'judge', trained: true, people: 7 }])
  const institution = { scope: 'institution', nameArabic: 'محكمة', nameLatin: 'Cour', ...shared, people }

  for (const report of [nation, institution])
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  expect(reportSchema.safeParse({ ...nation, scope: 'court' }).success).toBe(false)
  expect(reportSchema.safeParse({ ...institution, names: ['Fatima'] }).success).toBe(false)
})
