import { describe, expect, it } from 'vitest'
import { card, libraryWith, provision, singleChoice } from '@/tests/support/course-factories'
import { findPassage, type Passage, sectionOf } from './passage'
import { readPassages } from './read-passages'

const store = libraryWith({ provisions: { 'cp-448-1': provision(), 'cp-16': card('cp-16', '16') } })
const law = { store, date: '2026-09-01' }
const sameText = (text: string) => text

type Body = string | { ar: string; fr: string; en: string }
function read(body: Body, hashOf = sameText): Passage[] {
  const bodies = typeof body === 'string' ? { ar: body, fr: body, en: body } : body
  return readPassages({ bodies, practice: [singleChoice({ id: 'offence-p1' })] }, law, hashOf)
}
const frenchOf = (body: Body) => read(body).map(({ words }) => words.fr)

describe('readPassages', () => {
  it('numbers the blocks as the page does, whatever stands in them', () => {
    const passages = read(
      'Avant.\n\n- un\n- deux\n\n:::note[Titre]\nDedans.\n\nEncore.\n:::\n\n| a | b |\n|---|---|\n| c | d |',
    )

    expect(passages.map(({ block }) => block)).toEqual([0, 1, 2, 3])
    expect(passages.map(({ words }) => words.fr)).toEqual(['Avant.', 'un deux', 'Titre Dedans. Encore.', 'a · b c · d'])
  })

  it('counts no node that the page does not show', () => {
    expect(frenchOf('Un [texte][1].\n\n[1]: https://example.org\n\n<!-- rien -->\n\nDeux.')).toEqual([
      'Un texte.',
      'Deux.',
    ])
  })

  it('names the section of each block in the three languages', () => {
    const heading = (title: string) => `Avant.\n\n## ${title} {#act}\n\nTexte.\n\n### Plus\n\nSuite.`
    const passages = read({ ar: heading('الفعل'), fr: heading('L’acte'), en: heading('The act') })
    const act = { id: 'act', title: { ar: 'الفعل', fr: 'L’acte', en: 'The act' } }

    expect(passages.map(({ section }) => section)).toEqual([null, act, act, act, act])
  })

  it('names a block of law by what it quotes, and a question by what it asks', () => {
    const [quoted, asked] = read('::law{cite="cp-448-1#2, cp-16"}\n\n::quiz{id="offence-p1"}')

    expect(quoted?.words.fr).toBe('article 448-1, alinéa 2, du code pénal · article 16 du code pénal')
    expect(asked?.words.ar).toBe('نص stem offence-p1')
  })

  it('gives no text for law outside the course or for an unknown question', () => {
    expect(frenchOf('::law{cite="cp-999"}\n\n::quiz{id="other"}')).toEqual(['', ''])
  })

  it('keeps the beginning of a long block, up to a whole word', () => {
    const [words = ''] = frenchOf(`${'mot '.repeat(74)}anticonstitutionnellement fin`)

    expect(words).toBe(`${'mot '.repeat(74).trim()}…`)
    expect(frenchOf('x'.repeat(400))).toEqual([`${'x'.repeat(300)}…`])
  })

  it('gives a block another hash if its words change in any language', () => {
    const hashes = (body: Body) => read(body).map(({ hash }) => hash)
    const text = { ar: 'نص', fr: 'Texte.', en: 'Text.' }

    expect(hashes({ ...text, en: 'Words.' })).not.toEqual(hashes(text))
    expect(hashes({ ...text, ar: 'كلام' })).not.toEqual(hashes(text))
    expect(hashes('::law{cite="cp-16"}')).not.toEqual(hashes('::law{cite="cp-17"}'))
  })

  it('leaves the hash if only a mark, a space or a box changes', () => {
    const hashes = (body: string) => read(body).map(({ hash }) => hash)

    expect(hashes('Selon :cite[ceci]{id="cp-16"}.')).toEqual(hashes('Selon  :cite[ceci]{id="cp-17"}.'))
    expect(hashes(':::note\nDedans.\n:::')).toEqual(hashes('Dedans.'))
  })
})

describe('findPassage', () => {
  const passages = read('Un.\n\nDeux.\n\nUn.\n\nTrois.')

  it('finds the words where they are now', () => {
    expect(findPassage(passages, { block: 0, hash: passages[3]?.hash ?? '' })?.block).toBe(3)
  })

  it('takes the nearest of several', () => {
    const hash = passages[0]?.hash ?? ''

    expect(findPassage(passages, { block: 0, hash })?.block).toBe(0)
    expect(findPassage(passages, { block: 3, hash })?.block).toBe(2)
  })

  it('does not find words that have changed', () => {
    expect(findPassage(passages, { block: 1, hash: 'other' })).toBeNull()
    expect(findPassage([], { block: 1, hash: passages[1]?.hash ?? '' })).toBeNull()
  })
})

describe('sectionOf', () => {
  const passages = read('Avant.\n\n## Un {#one}\n\nTexte.\n\n## Deux {#two}\n\nFin.')
  // The passages as they are read from the JSON of a release: each has its own copy of its section.
  const stored: Passage[] = JSON.parse(JSON.stringify(passages))
  const numbers = (block: number) => sectionOf(stored, block).map((passage) => passage.block)

  it('gives the passages under the same heading, with those before the first heading in the first section', () => {
    expect(numbers(2)).toEqual([0, 1, 2])
    expect(numbers(0)).toEqual([0, 1, 2])
    expect(numbers(4)).toEqual([3, 4])
  })

  it('gives none for an unknown block', () => {
    expect(numbers(9)).toEqual([])
  })
})
