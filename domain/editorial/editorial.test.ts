import { describe, expect, it } from 'vitest'
import { compareTexts, type Wording, wordingIn } from './compare-texts'
import { droppedPointers, fileChangeSchema } from './proposal'
import { lineOfBlock, passageBlocks, sourcesOf, withBlock } from './source-blocks'
import { entryBlocks, fieldsOf, missingIn, proposable } from './text-block'

const FILE = `---
revision: 5
---

## L’acte {#act}

Un acte (:cite[448-1]{id="cp-448-1#1"}).

:::note[Attention]
Deux mots.
:::

::law{cite="cp-448-1#1"}
`

describe('the blocks of a source', () => {
  it('are those of the page, each with its source', () => {
    expect(sourcesOf(FILE.slice(FILE.indexOf('## ')), 'lesson')).toEqual([
      '## L’acte {#act}',
      'Un acte (:cite[448-1]{id="cp-448-1#1"}).',
      ':::note[Attention]\nDeux mots.\n:::',
      '::law{cite="cp-448-1#1"}',
    ])
  })

  it('are replaced one by one, and nothing else of the file changes', () => {
    const changed = withBlock(FILE, 'lesson', 1, 'Un seul acte (:cite[448-1]{id="cp-448-1#1"}).')

    expect(changed).toBe(FILE.replace('Un acte', 'Un seul acte'))
    expect(withBlock(FILE, 'lesson', 4, 'x')).toBeNull()
  })

  it('know the line on which they begin in the file', () => {
    expect([0, 1, 2, 3].map((block) => lineOfBlock(FILE, 'lesson', block))).toEqual([5, 7, 9, 13])
  })

  it('are aligned in the three languages, and one that a language lacks is named', () => {
    const blocks = passageBlocks({ ar: 'فقرة\n\nثانية', fr: 'Un\n\nDeux', en: 'One' }, 'lesson')

    expect(blocks.map(({ id, fields }) => [id, fields[0]?.texts])).toEqual([
      ['b0', { ar: 'فقرة', fr: 'Un', en: 'One' }],
      ['b1', { ar: 'ثانية', fr: 'Deux' }],
    ])
    expect(missingIn(blocks, 'en').map(({ id }) => id)).toEqual(['b1'])
    expect(missingIn(blocks, 'fr')).toEqual([])
  })
})

describe('the fields of an entry', () => {
  const PROVISION = {
    id: 'cp-1',
    title: { ar: 'عنوان', fr: 'Titre', en: 'Title' },
    versions: [{ id: 'v1', text: { ar: { '1': 'فقرة', '2': 'أخرى' }, fr: { '1': 'Alinéa' } } }],
    keywords: ['a', 'b'],
  }

  it('hold everything that a sign-off covers', () => {
    expect(fieldsOf(PROVISION)).toEqual([
      { key: 'id', texts: { ar: 'cp-1', fr: 'cp-1', en: 'cp-1' }, data: true },
      { key: 'title', texts: PROVISION.title },
      { key: 'versions.0.id', texts: { ar: 'v1', fr: 'v1', en: 'v1' }, data: true },
      { key: 'versions.0.text.1', texts: { ar: 'فقرة', fr: 'Alinéa' }, whole: true },
      { key: 'versions.0.text.2', texts: { ar: 'أخرى' }, whole: true },
      { key: 'keywords', texts: { ar: 'a, b', fr: 'a, b', en: 'a, b' }, data: true },
    ])
  })

  it('are blocks: one for each text, and one for all the data', () => {
    const blocks = entryBlocks(PROVISION)

    expect(blocks.map(({ id }) => id)).toEqual(['title', 'versions.0.text.1', 'versions.0.text.2', 'data'])
    expect(missingIn(blocks, 'fr')).toEqual([])
    expect(blocks.map((block) => proposable(block, block.id) !== null)).toEqual([true, false, false, false])
  })
})

describe('the names of a term', () => {
  const [names, ...others] = entryBlocks({
    id: 'child',
    ar: 'طفل',
    fr: 'enfant',
    en: 'child',
    note: { ar: 'و', fr: 'n', en: 'n' },
  })

  it('are one block, whose change shows in every language that it voids', () => {
    const before = wordingIn(names ? [names] : [], 'ar')
    const after = wordingIn(
      names
        ? [{ ...names, fields: [{ key: '', texts: { ar: 'طفل', fr: 'mineur', en: 'child' }, whole: true as const }] }]
        : [],
      'ar',
    )

    expect(names).toMatchObject({ id: 'names', fields: [{ key: '', texts: { ar: 'طفل', fr: 'enfant', en: 'child' } }] })
    expect(others.map(({ id }) => id)).toEqual(['note', 'data'])
    expect(compareTexts(before, after).changed).toBe(1)
    expect(names && proposable(names, '')).not.toBeNull()
  })
})

const passages = (...texts: string[]): Wording =>
  texts.map((text, place) => ({ id: `b${place}`, kind: 'passage', fields: [{ key: '', text }] }))

describe('a comparison of two wordings', () => {
  it('finds a passage that was changed, one that was added and one that is gone', () => {
    const compared = compareTexts(
      passages('one two three four', 'same', 'wholly other words here', 'last'),
      passages('one two three five', 'same', 'last', 'added at the end'),
    )

    expect(compared.parts).toEqual([
      {
        id: 'b0',
        kind: 'passage',
        gone: false,
        fields: [{ key: '', before: 'one two three four', after: 'one two three five' }],
      },
      { unchanged: 1 },
      { id: 'b2', kind: 'passage', gone: true, fields: [{ key: '', before: 'wholly other words here', after: null }] },
      { unchanged: 1 },
      { id: 'b3', kind: 'passage', gone: false, fields: [{ key: '', before: null, after: 'added at the end' }] },
    ])
    expect(compared).toMatchObject({ changed: 3, total: 4 })
  })

  it('finds a changed key of a question, which is data and not text', () => {
    const question = (correct: string) => [
      {
        id: 'q-one',
        kind: 'question' as const,
        fields: fieldsOf({ id: 'one', stem: { ar: 'س', fr: 'Q', en: 'Q' }, correct: [correct] }),
      },
    ]
    const [part] = compareTexts(wordingIn(question('a'), 'ar'), wordingIn(question('b'), 'ar')).parts

    expect(part).toEqual({
      id: 'q-one',
      kind: 'question',
      gone: false,
      fields: [{ key: 'correct', before: 'a', after: 'b' }],
    })
  })

  it('says that nothing changed', () => {
    expect(compareTexts(passages('a', 'b'), passages('a', 'b'))).toEqual({
      changed: 0,
      total: 2,
      parts: [{ unchanged: 2 }],
    })
  })

  it('pairs the one passage that changed in a long lesson', () => {
    const long = Array.from({ length: 400 }, (_, place) => `passage ${place} ${'word '.repeat(120)}`)
    const compared = compareTexts(passages(...long), passages(...long.with(200, `${long[200]} more`)))

    expect(compared.parts.map((part) => ('unchanged' in part ? part.unchanged : part.id))).toEqual([200, 'b200', 199])
  })

  it('pairs the first and the last passage of a long file, and compares none of those between', () => {
    const long = Array.from({ length: 2000 }, (_, place) => `passage ${place} ${'word '.repeat(place % 7)}`)
    const compared = compareTexts(
      passages(...long),
      passages(...long.with(0, 'passage 0').with(1999, 'passage 1999 more')),
    )

    expect(compared.parts).toMatchObject([
      { id: 'b0', fields: [{ before: long[0], after: 'passage 0' }] },
      { unchanged: 1998 },
      { id: 'b1999', fields: [{ before: long[1999], after: 'passage 1999 more' }] },
    ])
  })
})

describe('a proposal', () => {
  it('may not drop a citation or a term of the text, even if it stands there twice', () => {
    const twice = 'A :cite[x]{id="cp-1"} and :cite[y]{id="cp-1"} and :def[z]{term="child"}.'

    expect(droppedPointers(twice, twice.replace('A', 'B'), 'lesson')).toEqual([])
    expect(droppedPointers(twice, 'A :cite[x]{id="cp-1"}.', 'lesson')).toEqual(['cite cp-1', 'def child'])
    expect(droppedPointers('::law{cite="cp-1, cp-2"}', '::law{cite="cp-1"}', 'lesson')).toEqual(['law cp-2'])
    expect(droppedPointers('See :cite[x]{id="cp-1"}', 'See', 'sentence')).toEqual(['cite cp-1'])
  })

  it.each(['/etc/passwd', 'courses/../server/x.ts', 'server/x.ts', 'courses/a b'])('writes no file at %s', (path) => {
    expect(fileChangeSchema.safeParse({ path, baseHash: null, base: '', text: '' }).success).toBe(false)
  })
})
