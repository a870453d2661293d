import { expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import type { IndicatorGroup } from '../../library/indicator'
import { nextSteps, statementOf, worksheetGroups } from './worksheet'

const sign = (text: string, mark: 'present' | 'absent' | 'unclear' | 'unasked') => ({ text, mark, quote: '' })
const group = (id: string, order: number): [string, IndicatorGroup] => [
  id,
  { id, order, title: localized(id), lead: localized(id), indicators: [], lawDate: '2025-12-08' },
]

it('asks about a child first, then about the common signs, then about each form in the library’s order', () => {
  const groups = Object.fromEntries([
    group('sexual', 3),
    group('general', 1),
    group('begging', 6),
    group('recruitment-and-control', 10),
    group('children', 2),
  ])
  const { common, forms } = worksheetGroups(groups)
  expect(common.map(({ id }) => id)).toEqual(['children', 'general', 'recruitment-and-control'])
  expect(forms.map(({ id }) => id)).toEqual(['sexual', 'begging'])
})

it('keeps signs that were not asked about apart from absent ones, and counts nothing', () => {
  const signs = [sign('a', 'present'), sign('b', 'unasked'), sign('c', 'present'), sign('d', 'absent')]
  const statement = statementOf(signs)
  expect(statement.present.map(({ text }) => text)).toEqual(['a', 'c'])
  expect(statement.unasked.map(({ text }) => text)).toEqual(['b'])
  expect(Object.keys(statement)).toEqual(['present', 'absent', 'unclear', 'unasked'])
})

it('always recommends protection, whatever the signs', () => {
  expect(nextSteps(null, [])).toEqual(['protect', 'nothing-found'])
  expect(nextSteps('no', [sign('a', 'absent')])).toContain('protect')
  expect(nextSteps('no', [sign('a', 'present')])).toEqual(['report', 'protect'])
  expect(nextSteps('doubt', [sign('a', 'present'), sign('b', 'unasked')])).toEqual([
    'child',
    'report',
    'protect',
    'ask',
  ])
  expect(nextSteps('yes', [sign('a', 'unclear')])).toEqual(['child', 'protect', 'ask', 'nothing-found'])
})
