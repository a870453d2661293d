import { describe, expect, it } from 'vitest'
import { readProse } from './read-prose'

const LESSON = `---
revision: 3
---

## L’acte {#act}

À 10:30, un acte suffit (:cite[l’article 448-1, alinéa 2]{id="cp-448-1#2"}), voir :ref[27.14] et la
:def[contrainte]{term="coercion"}.

::law{cite="cp-448-1#1, cp-448-1#2"}

:::note[Attention]{kind="attention"}
Le texte :cite[arabe]{id="cp-16"} prévaut.
:::

::quiz{id="offence-p1"}

| Élément | Texte |
|---|---|
| Acte | :cite[448-1]{id="cp-448-1"} |

### Le cas {#worked-case}

:::case[Un cas]
1. Fait inventé un.
2. Fait :cite[deux]{id="cp-17"}.
:::

![Carte](map.png) et [lien](#act)
`

function read(text: string) {
  return readProse('offence/fr.md', 'fr', text)
}

describe('readProse', () => {
  const { prose, body } = read(LESSON)

  it('reads the revision and keeps the body apart', () => {
    expect(prose.revision).toBe(3)
    expect(body.startsWith('\n## L’acte')).toBe(true)
  })

  it('describes every block, with its line', () => {
    expect(prose.blocks.map(({ shape, line }) => `${line} ${shape}`)).toEqual([
      '5 heading 2 {#act}',
      '7 paragraph',
      '10 ::law{cite="cp-448-1#1, cp-448-1#2"}',
      '12 :::note{kind="attention"} (paragraph)',
      '16 ::quiz{id="offence-p1"}',
      '18 table of 2 rows and 2 columns',
      '22 heading 3 {#worked-case}',
      '24 :::case (numbered list of 2)',
      '29 paragraph',
    ])
  })

  it('finds the citations, and those of the worked example', () => {
    expect(prose.citations.map(({ id, line, inCase }) => [id, line, inCase])).toEqual([
      ['cp-448-1#2', 7, false],
      ['cp-16', 13, false],
      ['cp-448-1', 20, false],
      ['cp-17', 26, true],
    ])
    expect(prose.citations[0]?.label).toBe('l’article 448-1, alinéa 2')
  })

  it('finds law blocks, questions, terms, headings, links and images', () => {
    expect(prose.laws.map(({ cites }) => cites)).toEqual([['cp-448-1#1', 'cp-448-1#2']])
    expect(prose.quizzes).toEqual([{ path: 'offence/fr.md', line: 16, id: 'offence-p1' }])
    expect(prose.terms.map(({ id }) => id)).toEqual(['coercion'])
    expect(prose.headings).toEqual([
      { depth: 2, id: 'act', line: 5 },
      { depth: 3, id: 'worked-case', line: 22 },
    ])
    expect(prose.links.map(({ href }) => href)).toEqual(['#act'])
    expect(prose.images.map(({ src, alt }) => [src, alt])).toEqual([['map.png', 'Carte']])
  })

  it('puts a stray colon back and leaves nothing unknown', () => {
    expect(prose.texts.find(({ line }) => line === 7)?.text).toBe('À 10:30, un acte suffit (')
    expect(prose.unknown).toEqual([])
  })

  it('sets references apart from prose and takes the ids off headings', () => {
    expect(prose.texts.filter(({ role }) => role === 'reference').map(({ text }) => text)).toEqual([
      'l’article 448-1, alinéa 2',
      '27.14',
      'arabe',
      '448-1',
      'deux',
    ])
    expect(prose.texts[0]?.text).toBe('L’acte')
  })

  it('counts the words a reader sees, with and without the invented facts', () => {
    expect(read('Un acte suffit : :cite[l’article 448-1]{id="cp-448-1"} ; « oui ».').prose.words).toBe(6)
    expect(prose.words - prose.ownWords).toBe('Un cas Fait inventé un Fait deux'.split(' ').length)
  })

  it.each([
    ['an unknown block', ':::remark\nTexte\n:::', ':::remark'],
    ['an unknown inline mark', 'Un :term[mot]{id="x"} ici.', ':term[mot]'],
    ['a block inside a paragraph', 'Texte ::quiz{id="p1"} suite', '::quiz{id="p1"}'],
    ['raw HTML', 'Texte <b>gras</b>', '<b>'],
    [
      'the address of a link set apart',
      'L’article [448-1].\n\n[448-1]: https://example.org',
      '[448-1]: https://example.org',
    ],
    [
      'one inside a box',
      ':::note[Titre]\nTexte [448-1].\n\n[448-1]: https://example.org\n:::',
      '[448-1]: https://example.org',
    ],
    ['a footnote', 'Texte[^1]\n\n[^1]: La note.', '[^1]:'],
  ])('reports %s', (_, text, markup) => {
    expect(read(text).prose.unknown.map((each) => each.markup)).toContainEqual(expect.stringContaining(markup))
  })

  it('reports a box that contains the next section', () => {
    const { nested } = read(':::note[Titre]\nTexte\n\n## Suite {#next}\n\n::quiz{id="p1"}\n').prose

    expect(nested.map(({ markup, line }) => `${line} ${markup}`)).toEqual(['4 heading 2 {#next}', '6 ::quiz{id="p1"}'])
  })

  it.each([
    ['- un\n- deux\n', 'list of 2'],
    ['1. un\n2. deux\n3. trois\n', 'numbered list of 3'],
    ['- un\n  - sous-point\n- deux\n', 'list of 2 (paragraph + list of 1, paragraph)'],
  ])('describes the list %j', (text, shape) => {
    expect(read(text).prose.blocks.map((block) => block.shape)).toEqual([shape])
  })

  it('takes an image’s alternative text for words of the lesson', () => {
    expect(read('![Article 448-1](map.png)').prose.texts.map(({ text }) => text)).toEqual(['Article 448-1'])
  })

  it('has no revision without front matter, and says when it is broken', () => {
    expect(read('Texte').prose.revision).toBeNull()
    expect(read('---\nrevision: [\n---\nTexte').findings[0]).toMatchObject({ check: 'yaml', line: 3 })
  })
})
