import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvLine } from './csv'

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n', ' =1', '\u200B=1', '＝1+1', '－1'])(
    'is never computed: %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true)
    },
  )

  it.each([
    ['فاطمة العلوي', 'فاطمة العلوي'],
    ['El-Alaoui', 'El-Alaoui'],
    ['a;b', '"a;b"'],
    ['1,5', '1,5'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
  ])('of %j is %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  it('can be read back, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = csvCell(text)
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect([text, `'${text}`]).toContain(read)
        expect(read).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })
})

it('parts the cells of a line with semicolons', () => {
  expect(csvLine(['a', '', 'b;c'])).toBe('a;;"b;c"\r\n')
})
