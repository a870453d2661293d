import { expect, it } from 'vitest'
import { lineSchema } from './plain-line'

const line = lineSchema(160)
const problem = (text: string) => line.safeParse(text).error?.issues[0]?.message

it.each(['المحكمة الابتدائية بفاس', 'Parquet général, cour d’appel (n° 2) & greffe', "الغرفة 3 – 'أ'"])(
  'takes the free text %s',
  (text) => {
    expect(line.parse(text)).toBe(text)
  },
)

it.each([
  ['a null byte', 'Fès\0'],
  ['a line end inside', 'Fès\nRabat'],
  ['an override', 'Fès \u202Esèf'],
  ['an isolate', 'Fès \u2067x\u2069'],
  ['a line separator', 'Fès\u2028Rabat'],
  ['an emoji', 'Fès ⚖️'],
  ['a flag', '🇲🇦 Fès'],
  ['half a character', 'Fès \uD83D'],
])('refuses %s', (_, text) => {
  expect(problem(text)).toBe('characters')
})

it('counts characters, and refuses a text that is too long', () => {
  expect(problem('x'.repeat(161))).toBe('too-long')
  expect(problem('𞤀'.repeat(160))).toBeUndefined()
})
