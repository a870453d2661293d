import { describe, expect, it } from 'vitest'
import { CALL_FIELDS, isCallOpen, readCall } from './call'

const TODAY = '2026-11-28'
const empty = Object.fromEntries(CALL_FIELDS.map((name) => [name, '']))
const french = { ...empty, titleFrench: ' Thèses ', textFrench: 'Appel', deadline: '2027-01-31' }

describe('a call', () => {
  it('is given in one language or more, and trimmed', () => {
    expect(readCall(french, TODAY)).toEqual({
      call: { titles: { fr: 'Thèses' }, texts: { fr: 'Appel' }, link: null, deadline: '2027-01-31' },
    })
    const both = { ...french, titleArabic: 'أطروحات', textArabic: 'نداء', link: 'https://ism.example.ma/appel' }
    expect(readCall(both, TODAY)).toMatchObject({
      call: { titles: { ar: 'أطروحات', fr: 'Thèses' }, link: 'https://ism.example.ma/appel' },
    })
  })

  it.each([
    ['texts', { titleFrench: '' }],
    ['texts', { textFrench: ' ' }],
    ['texts', { titleFrench: 'x'.repeat(151) }],
    // A title without its text.
    ['texts', { titleArabic: 'أطروحات' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['link', { link: 'http://ism.example.ma' }],
    ['deadline', { deadline: '' }],
    ['deadline', { deadline: '2026-02-30' }],
    ['deadline', { deadline: '2026-11-27' }],
    ['deadline', { deadline: '2029-01-01' }],
  ] as const)('with a problem (%s) is refused: %j', (problem, changed) => {
    expect(readCall({ ...french, ...changed }, TODAY)).toEqual({ problem })
  })

  it('is open until the end of its last day', () => {
    expect(isCallOpen({ deadline: TODAY }, TODAY)).toBe(true)
    expect(isCallOpen({ deadline: '2026-11-27' }, TODAY)).toBe(false)
  })
})
