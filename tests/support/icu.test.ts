import { expect, it } from 'vitest'
import { icuShape } from './icu'

it('reads arguments, tags and the forms of a plural', () => {
  const shape = icuShape('{name}: <b>{count, plural, zero {none} one {one of {total}} other {# of {total}}}</b>')

  expect([...shape.arguments]).toEqual(['name', 'count, plural', 'total'])
  expect([...shape.tags]).toEqual(['b'])
  expect(shape.choices).toEqual([{ kind: 'plural', forms: ['zero', 'one', 'other'] }])
})

it('reads Arabic forms, which hold words and no arguments', () => {
  const shape = icuShape('{count, plural, one {درس} two {درسان} other {# درس}}، {n}')

  expect([...shape.arguments]).toEqual(['count, plural', 'n'])
  expect(shape.choices[0]?.forms).toEqual(['one', 'two', 'other'])
})

it.each(['{name', 'name}', '{count, plural, one {one}', '{}', '{درس}'])('refuses %s', (message) => {
  expect(() => icuShape(message)).toThrow(SyntaxError)
})
