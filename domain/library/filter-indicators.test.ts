import { describe, expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { sign } from '@/tests/support/library-factories'
import { countIndicators, filterIndicators, indicatorChoices, readIndicatorFilters } from './filter-indicators'
import type { IndicatorGroup } from './indicator'

function group(id: string, order: number, concerns: readonly ('anyone' | 'children')[]): IndicatorGroup {
  return {
    id,
    order,
    title: localized(id),
    lead: localized('lead'),
    indicators: concerns.map((each, place) => sign({ id: `s${place}`, concerns: each })),
    lawDate: '2025-12-08',
  }
}

const groups = [group('begging', 2, ['anyone', 'children']), group('general', 1, ['anyone'])]
const filters = (address: string) => readIndicatorFilters(new URLSearchParams(address), groups)

describe('the signs', () => {
  it('stand in the order of their groups', () => {
    expect(filterIndicators(groups, {}).map(({ id }) => id)).toEqual(['general', 'begging'])
  })

  it('can be those of one form', () => {
    expect(filterIndicators(groups, { form: 'begging' }).map(({ id }) => id)).toEqual(['begging'])
  })

  it('can be those of children, without empty groups', () => {
    const shown = filterIndicators(groups, { concerns: 'children' })

    expect(shown.map(({ id }) => id)).toEqual(['begging'])
    expect(countIndicators(shown)).toBe(1)
  })
})

describe('an address', () => {
  it('names a form and whom it concerns', () => {
    expect(filters('form=begging&concerns=children')).toEqual({ form: 'begging', concerns: 'children' })
  })

  it.each(['', 'form=constructor', 'form=&concerns=', 'concerns=dogs', 'form=general%00'])(
    'sets no filter: %s',
    (address) => {
      expect(filters(address)).toEqual({})
    },
  )
})

describe('the choices', () => {
  it('count what each would show while the other filter stays', () => {
    const { forms, concerns } = indicatorChoices(groups, { form: 'begging', concerns: 'children' })

    expect(forms.each.map(({ group: { id }, count }) => [id, count])).toEqual([['begging', 1]])
    expect(forms.all).toBe(1)
    expect(concerns.each).toEqual([
      { value: 'anyone', count: 1 },
      { value: 'children', count: 1 },
    ])
    expect(concerns.all).toBe(2)
  })

  it('leave out what would show nothing', () => {
    expect(indicatorChoices(groups, { form: 'general' }).concerns.each).toEqual([{ value: 'anyone', count: 1 }])
  })
})
