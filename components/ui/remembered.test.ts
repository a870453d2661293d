import { expect, it } from 'vitest'
import { remembered } from './remembered'

it('works once per text', () => {
  let made = 0
  const shout = remembered((text) => `${text}${++made}`)

  expect([shout('a'), shout('b'), shout('a')]).toEqual(['a1', 'b2', 'a1'])
})

it('keeps no more than its limit', () => {
  const made: string[] = []
  const note = remembered((text) => made.push(text))

  for (let n = 0; n <= 4000; n++) note(String(n))
  note('0')

  expect(made.filter((text) => text === '0')).toHaveLength(2)
})
