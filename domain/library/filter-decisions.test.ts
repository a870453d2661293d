import { expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { decision } from '@/tests/support/library-factories'
import { facetOptions, filterDecisions, keywordsByFamily, readFilters } from './filter-decisions'

const keyword = (id: string, family: 'form' | 'victim') => ({ id, family, label: localized(id) })
const keywords = {
  begging: keyword('begging', 'form'),
  labour: keyword('labour', 'form'),
  child: keyword('child', 'victim'),
}
const decisions = [
  decision({ id: 'a', keywords: ['begging', 'child'], date: '2024-05', origin: 'morocco' }),
  decision({ id: 'b', keywords: ['labour', 'child'], date: '2017-03-30', origin: 'strasbourg' }),
  decision({ id: 'c', keywords: ['labour'], date: null, origin: 'morocco' }),
]
const ids = (filters: Parameters<typeof filterDecisions>[1]) =>
  filterDecisions(decisions, filters, keywords).map(({ id }) => id)

it('shows all without filters, the newest first and the undated last', () => {
  expect(ids({})).toEqual(['a', 'b', 'c'])
})

it('applies all filters together', () => {
  expect(ids({ form: 'labour', origin: 'morocco' })).toEqual(['c'])
})

it('reads the filters of an address and leaves out what no decision has', () => {
  const query = new URLSearchParams('form=begging&victim=ghost&origin=&year=2024&page=2')

  expect(readFilters(query, decisions, keywords)).toEqual({ form: 'begging', year: '2024' })
})

it('does not accept a keyword of another family', () => {
  expect(readFilters(new URLSearchParams('victim=begging'), decisions, keywords)).toEqual({})
})

it('counts what each choice would show while the other filters stay', () => {
  expect(facetOptions('form', decisions, { form: 'begging', origin: 'morocco' }, keywords)).toEqual([
    { value: 'begging', count: 1 },
    { value: 'labour', count: 1 },
  ])
  expect(facetOptions('year', decisions, {}, keywords)).toEqual([
    { value: '2024', count: 1 },
    { value: '2017', count: 1 },
  ])
  expect(facetOptions('origin', decisions, {}, keywords).map(({ value }) => value)).toEqual(['morocco', 'strasbourg'])
})

it('counts for every choice what it would show', () => {
  for (const { value, count } of facetOptions('form', decisions, { victim: 'child' }, keywords)) {
    expect(ids({ victim: 'child', form: value })).toHaveLength(count)
  }
})

it('sorts keywords by family and leaves unknown ones out', () => {
  const groups = keywordsByFamily(decision({ keywords: ['child', 'ghost', 'begging'] }), keywords)

  expect(groups.map(({ family, keywords: known }) => [family, known.map(({ id }) => id)])).toEqual([
    ['form', ['begging']],
    ['victim', ['child']],
  ])
})

it('sorts a decision from the press or a private copy by that source, not by its confidence', () => {
  const known = [
    ...decisions,
    decision({ id: 'd', papers: undefined, confidence: 'high' }),
    decision({ id: 'e', papers: undefined, reproduced: true }),
  ]

  expect(facetOptions('confidence', known, {}, keywords)).toEqual([
    { value: 'high', count: 1 },
    { value: 'reproduced', count: 1 },
    { value: 'press', count: 3 },
  ])
})
