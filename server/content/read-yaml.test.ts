import { describe, expect, it } from 'vitest'
import { readYaml } from './read-yaml'

describe('readYaml', () => {
  it('gives the line of every value by its keys', () => {
    const { lines, value } = readYaml(
      'a.yaml',
      '# head\nid: q1\noptions:\n  - id: a\n    text: { ar: x, fr: y }\n  - id: b\n',
    )

    expect(value).toMatchObject({ id: 'q1', options: [{ id: 'a' }, { id: 'b' }] })
    expect(lines).toMatchObject({ id: 2, options: 3, 'options.0': 4, 'options.0.text.fr': 5, 'options.1': 6 })
  })

  it('keeps keys that look like numbers', () => {
    expect(readYaml('a.yaml', 'ar:\n  "1": x\n  "1.1": y\n').lines).toMatchObject({ 'ar.1': 2, 'ar.1.1': 3 })
  })

  it.each([
    ['an open bracket', 'a: [1', 1],
    ['a key given twice', 'a: 1\na: 2\n', 2],
    ['a colon in a bare text', 'a: 1\nb: one: two\n', 2],
  ])('says where %s stands', (_, text, line) => {
    const { findings, value } = readYaml('a.yaml', text)

    expect(value).toBeUndefined()
    expect(findings[0]).toMatchObject({ path: 'a.yaml', line, severity: 'error', check: 'yaml' })
  })
})
