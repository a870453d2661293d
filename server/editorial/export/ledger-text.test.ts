import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { signoffSchema } from '@/domain/signoff/signoff'
import { type LedgerLine, linesIn, withLines } from './ledger-text'

const LINE: LedgerLine = {
  hash: '1234567890'.repeat(6),
  language: 'ar',
  role: 'legal',
  date: '2026-11-28',
  by: 'مستشار، محكمة الاستئناف بالرباط (R-7K3F)',
}
const OLD =
  '# Read by the court of appeal.\n- hash: abc # of the first edition\n  language: fr\n  role: legal\n  date: 2026-11-01\n  by: a judge\n'

describe('a line of a ledger', () => {
  it.each([
    ['', 1],
    ['[]\n', 1],
    ['# Nothing is signed yet.\n', 1],
    [OLD, 2],
    [OLD.trimEnd(), 2],
    [`---\n${OLD}`, 2],
    ['[{ hash: x, language: fr, role: legal, date: "2026-11-01", by: a judge }]', 2],
  ])('is added to %j, and the file can be read again', (text, count) => {
    const after = withLines(text, [], [LINE])

    expect(linesIn(after)).toHaveLength(count)
    expect(linesIn(after).at(-1)).toEqual(LINE)
    expect(signoffSchema.safeParse(parse(after)).success).toBe(true)
  })

  it('does not change the text above it', () => {
    expect(withLines(OLD, [], [LINE]).startsWith(OLD)).toBe(true)
  })

  it.each(['A: "judge" #1\\n', 'a\nb', '- x', "l'avocate ", '<script>', '\u2028', 'null'])(
    'keeps whoever signed, whatever she is called: %j',
    (by) => {
      expect(linesIn(withLines(OLD, [], [{ ...LINE, by }])).at(-1)?.by).toBe(by)
    },
  )

  it('is added once', () => {
    const once = withLines(OLD, [], [LINE, LINE])

    expect(linesIn(once)).toHaveLength(2)
    expect(withLines(once, [], [LINE])).toBe(once)
  })

  it('names its entry first in a ledger of the library', () => {
    expect(withLines('', [], [{ entry: 'coercion', ...LINE }])).toMatch(/^- entry: "coercion"\n {2}hash: /)
  })

  it('is taken out, and the others stay with their comments', () => {
    const other = { ...LINE, language: 'en' as const }
    const three = withLines(OLD, [], [LINE, other])
    const after = withLines(three, [LINE], [])

    expect(linesIn(after)).toEqual([linesIn(OLD)[0], other])
    expect(after).toContain('# Read by the court of appeal.')
    expect(after).toContain('# of the first edition')
    expect(withLines(after, [LINE], [])).toBe(after)
  })

  it('is written again if it was withdrawn and given again on the same day', () => {
    const once = withLines('', [], [LINE])
    expect(linesIn(withLines(once, [LINE], [LINE]))).toEqual([LINE])
  })

  it('is not written into something that is no ledger', () => {
    expect(() => withLines('hash: x\n', [], [LINE])).toThrow('a list of sign-offs')
  })
})
