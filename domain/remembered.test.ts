import { expect, it } from 'vitest'
import { remembered, rememberedText } from './remembered'

it('works once per text', () => {
  let made = 0
  const shout = rememberedText((text) => `${text}${++made}`)

  expect([shout('a'), shout('b'), shout('a')]).toEqual(['a1', 'b2', 'a1'])
})

it('keeps no more than its limit', () => {
  const made: string[] = []
  const note = rememberedText((text) => made.push(text))

  for (let n = 0; n <= 4000; n++) note(String(n))
  note('0')

  expect(made.filter((text) => text === '0')).toHaveLength(2)
})

it('works each time for what has no name', () => {
  let made = 0
  const count = remembered(
    (_: number) => ++made,
    (n) => (n < 0 ? null : String(n)),
  )

  expect([count(1), count(-1), count(1), count(-1)]).toEqual([1, 2, 1, 3])
})
