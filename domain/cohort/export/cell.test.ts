import { expect, it } from 'vitest'
import { csvRow } from './cell'
import { sheetRow, sheetStart, workbookParts } from './sheet-xml'

const cells = ['=HYPERLINK("x")', 12, { day: '2026-11-25' }, null, 'فاطمة']

it('writes a row of a CSV file, with a formula as text', () => {
  expect(csvRow(cells)).toBe(`"'=HYPERLINK(""x"")";12;2026-11-25;;فاطمة\r\n`)
})

it('writes a row of a sheet, with a formula as text and a date as the number of its day', () => {
  const row = sheetRow(cells, 2)

  expect(row).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)</t>')
  expect(row).toContain('<c r="B2"><v>12</v></c><c r="C2" s="2"><v>46351</v></c><c r="E2"')
  expect(row).not.toContain('<f>')
})

it.each([
  ['<b>&"', '&lt;b&gt;&amp;&quot;'],
  ['a\u0000b\u0001c\rd', 'abcd'],
  ['a\uD800b\uFFFE', 'ab'],
  ['a\nb\tc', 'a\nb\tc'],
])('leaves out of XML what it may not hold: %j', (text, written) => {
  expect(sheetRow([text], 2)).toContain(`>${written}</t>`)
})

it('names columns after Z by two letters', () => {
  const row = sheetRow(
    Array.from({ length: 28 }, () => 1),
    7,
  )

  expect(row).toContain('r="Z7"')
  expect(row).toContain('r="AB7"')
})

it.each([
  ['rtl', true],
  ['ltr', false],
] as const)('lays a sheet out %s', (direction, rightToLeft) => {
  const start = sheetStart([{ heading: 'A', width: 10 }], direction)

  expect(start.includes('rightToLeft="1"')).toBe(rightToLeft)
  expect(start).toContain('state="frozen"')
})

it('gives a sheet no name that Excel refuses', () => {
  expect(workbookParts(`a[b]:*?/\\'${'x'.repeat(40)}`)['xl/workbook.xml']).toMatch(/<sheet name="a b {7}x{21}"/)
})
