import { expect, it } from 'vitest'
import { spansOver } from './sheet-area'

it.each([
  ['a list', '<row r="1"><c r="A1"/><c r="B1"/></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>', 4],
  ['cells without a place', '<row><c/><c/><c/></row><row><c><v>1</v></c></row>', 6],
  ['a corner', '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>', 1_048_576 * 16_384],
  ['a wide row and a far one', '<row r="1"><c r="XFD1"/></row><row r="1048576"><c/></row>', 1_048_576 * 16_384],
  ['a far row without a cell', '<row r="1"><c r="A1"/></row><row r="1048576" ht="12.8"></row>', 1],
  ['a prefix, other quotes and a bracket', `<x:row r = '2'><x:c s=">" r='C2'/></x:row>`, 6],
  ['a place said twice', '<row r="1"><c r="A1" r="C4"/></row>', 12],
  ['a place that is hidden', '<row r="1"><c r="&#88;FD1"/></row>', Number.POSITIVE_INFINITY],
  ['a tag within a tag', '<row r="1"><c s="<" r="XFD1048576"/></row>', Number.POSITIVE_INFINITY],
  ['a tag without end', '<row r="1"><c r="A1', Number.POSITIVE_INFINITY],
  ['no sheet', '<cols><col min="1"/></cols><rowBreaks r="9"/>', 0],
])('%s', (_, xml, cells) => {
  const least = Number.isFinite(cells) ? cells : Number.MAX_SAFE_INTEGER
  expect(spansOver(xml, least - 1)).toBe(cells > 0)
  expect(spansOver(xml, least)).toBe(!Number.isFinite(cells))
})

it('ends at once on a tag that never ends', () => {
  expect(spansOver('<c "'.repeat(500_000), 10)).toBe(true)
  expect(spansOver('<'.repeat(2_000_000), 0)).toBe(false)
})
