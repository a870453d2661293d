import { describe, expect, it } from 'vitest'
import { droppedFromFile, pointersOfFile } from './file-pointers'

const YAML = `- id: q1
  cites: [cp-448-1, cp-448-2#1]
  stem:
    fr: Voir :cite[l’article]{id=cp-448-1}.
    en: No mark {here}.
  options:
    - text: { fr: 'Un :def[terme]{term=victim}' }
`

describe('what a file points to', () => {
  it('is in the markup of its sentences and under the keys for ids', () => {
    expect(pointersOfFile('courses/x/bank/a.yaml', YAML)).toEqual([
      'cite cp-448-1',
      'cite cp-448-2#1',
      'cite cp-448-1',
      'def victim',
    ])
    expect(pointersOfFile('courses/x/y/fr.md', '---\nrevision: 1\n---\n\nVoir :cite[a]{id=cp-2}.\n')).toEqual([
      'cite cp-2',
    ])
    expect(pointersOfFile('courses/x/bank/a.yaml', 'a: [')).toEqual([])
  })

  it('is reported as dropped, once for each time and with its line', () => {
    const after = YAML.replace(', cp-448-2#1', '').replace(':cite[l’article]{id=cp-448-1}', 'l’article')

    expect(droppedFromFile('courses/x/bank/a.yaml', YAML, after)).toMatchObject([
      { line: 2, message: expect.stringContaining('“cite cp-448-2#1”') },
      { line: 2, message: expect.stringContaining('“cite cp-448-1”') },
    ])
    expect(droppedFromFile('courses/x/bank/a.yaml', YAML, `# moved\n${YAML}`)).toEqual([])
  })
})
