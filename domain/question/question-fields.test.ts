import { expect, it } from 'vitest'
import { questionFields } from './question-fields'

const answer = [
  ['attempt', '0193d3a0-0000-7000-8000-000000000000'],
  ['a', 'b'],
  ['a', 'c'],
  ['m.p1', 'o2'],
  ['o.o1', '1'],
  ['certainty', 'sure'],
  ['flagged', '1'],
  ['card', '0198c0de-0000-7000-8000-000000000001'],
  ['turn', '2'],
  ['go', '2'],
] as const

it('keeps the fields of a question, in their order', () => {
  expect(questionFields(answer)).toEqual(answer.map(([name, value]) => ({ name, value })))
})

it('leaves out other fields than a question’s', () => {
  const others = [['password', 'x'] as const, ['act', 'hand-in'] as const, ['a', new Blob(['x'])] as const]
  expect(questionFields([...others, ['go', '2']])).toEqual([{ name: 'go', value: '2' }])
})

it.each<[string, [string, string][]]>([
  ['has none', [['password', 'x']]],
  ['has too many', Array.from({ length: 61 }, () => ['a', 'b'])],
  ['holds a text', [['a', 'x'.repeat(61)]]],
  ['holds a long name', [[`m.${'x'.repeat(60)}`, 'a']]],
])('keeps nothing of a form that %s', (_, fields) => {
  expect(questionFields(fields)).toBeNull()
})
