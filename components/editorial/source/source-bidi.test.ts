import { describe, expect, it } from 'vitest'
import { sidesOf } from './source-bidi'

const runs = (line: string, side: 'ltr' | 'rtl') => {
  const { isolates, ...rest } = sidesOf(line, side)
  return { ...rest, isolates: isolates.map(({ from, to, side: own }) => `${own} ${line.slice(from, to)}`) }
}

describe('a line of an Arabic file', () => {
  it('runs from right to left, and the signs of its marks from left to right', () => {
    expect(runs('تكفي :cite[المادة 448-1]{id="cp-448-1#1"} وحدها.', 'rtl')).toEqual({
      side: 'rtl',
      isolates: ['ltr :cite', 'ltr {id="cp-448-1#1"}'],
    })
  })

  it('runs from right to left also where it begins with a mark', () => {
    expect(runs(':def[الوساطة]{term="acting-as-intermediary"} فعل.', 'rtl').side).toBe('rtl')
  })

  it.each(['::law{cite="cp-448-1#1"}', 'revision: 3', '::quiz{id="offence-p1"}'])(
    'runs from left to right if it holds only markup without Arabic letters: %s',
    (line) => {
      expect(sidesOf(line, 'rtl')).toEqual({ side: 'ltr', isolates: [] })
    },
  )

  it.each(['', '---', '1.'])('keeps the direction of the file if it has no letters: %j', (line) => {
    expect(sidesOf(line, 'rtl').side).toBe('rtl')
  })
})

describe('a line of another file', () => {
  it('keeps an Arabic value together, with its full stop', () => {
    expect(runs('    ar: "تكفي الوساطة (المادة 448-1)."', 'ltr')).toEqual({
      side: 'ltr',
      isolates: ['rtl تكفي الوساطة (المادة 448-1)."'],
    })
    expect(runs('  - ar: اختيار تصرف سليم.', 'ltr').isolates).toEqual(['rtl اختيار تصرف سليم.'])
  })

  it('ends the Arabic of one value before the next value', () => {
    expect(runs('      text: { ar: نعم (دائما), fr: Oui, en: "Yes" }', 'ltr').isolates).toEqual(['rtl نعم (دائما)'])
    expect(runs('  fr: { ar: لا }', 'ltr').isolates).toEqual(['rtl لا'])
  })

  it('keeps a line of a long Arabic text together', () => {
    expect(runs('      :cite[المادة]{id=cp-448-1} هنا.  ', 'ltr').isolates).toEqual([
      'rtl :cite[المادة]{id=cp-448-1} هنا.',
    ])
  })

  it('is left alone without Arabic', () => {
    expect(sidesOf('  fr: Un acte suffit.', 'ltr')).toEqual({ side: 'ltr', isolates: [] })
  })
})
