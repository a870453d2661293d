import { expect, it } from 'vitest'
import { lesson } from '@/tests/support/course-factories'
import { parseMarkdown } from '../text/markdown'
import { lessonText, readLessonText } from './lesson-text'

const read = (markdown: string) => readLessonText(parseMarkdown(markdown))
const sectionsOf = (markdown: string) => read(markdown).sections

it('cuts a lesson at its headings', () => {
  expect(sectionsOf('Avant.\n\n## L’acte {#act}\n\nUn texte.\n\n### Suite\n\nFin.')).toEqual([
    { id: null, title: null, text: 'Avant.' },
    { id: 'act', title: 'L’acte', text: 'Un texte.' },
    { id: null, title: 'Suite', text: 'Fin.' },
  ])
})

it('leaves out an empty part before the first heading', () => {
  expect(sectionsOf('## L’acte {#act}\nUn texte.')).toHaveLength(1)
})

it.each([
  ['a citation', 'Selon :cite[l’article 17]{id="cp-17"}.', 'Selon l’article 17.'],
  ['a term', 'Un :def[crime]{term="felony-crime"}.', 'Un crime.'],
  ['a number', 'Le :ref[448-1].', 'Le 448-1.'],
  ['a link', 'Voir [la leçon](../child).', 'Voir la leçon.'],
  ['strong words in a citation’s sentence', '**Lisez** :cite[ceci]{id="cp-17"}.', 'Lisez ceci.'],
  [
    'a table, row by row',
    '| Degré | Texte |\n|---|---|\n| un | :cite[448-3]{id=cp-448-3} |',
    'Degré · Texte un · 448-3',
  ],
  ['an item', '- un point', 'un point'],
  ['a numbered item', '2. deuxième', 'deuxième'],
  ['the title of a box', ':::note[Attention]{kind="attention"}\nDedans.\n:::', 'Attention Dedans.'],
])('reads %s', (_, markdown, text) => {
  expect(sectionsOf(markdown)).toEqual([{ id: null, title: null, text }])
})

it.each(['::law{cite="cp-448-2"}', '::quiz{id="q1"}', '|---|---|', ':::'])('says nothing for %s', (line) => {
  expect(sectionsOf(line)).toEqual([])
})

it('lists what it cites, quotes and explains, each list in order', () => {
  const markdown = `Selon :cite[l’article 17]{id='cp-17'}, un :def[crime]{term=felony-crime} :cite[ici]{id="cp-16"}.

::law{cite='cp-448-1#1, cp-448-2'}

:::note[Voir :cite[ceci]{id=cp-18}]
:def[Dedans]{term="victim"}.
:::
`

  expect(read(markdown)).toMatchObject({
    cites: ['cp-17', 'cp-16', 'cp-18'],
    laws: ['cp-448-1#1', 'cp-448-2'],
    terms: ['felony-crime', 'victim'],
  })
})

it('does not repeat what follows a heading inside a box', () => {
  expect(sectionsOf(':::note[Titre]\n## Suite {#suite}\n\nFin.\n:::')).toEqual([
    { id: null, title: null, text: 'Titre' },
    { id: 'suite', title: 'Suite', text: 'Fin.' },
  ])
})

it('takes the texts that a release stored, and reads the bodies if it stored none', () => {
  const bodies = { ar: 'نص', fr: ':cite[a]{id=cp-16}', en: 'Text' }
  const kept = { cites: ['kept'], laws: [], terms: [], sections: [] }

  expect(lessonText(lesson({ bodies }), 'fr').cites).toEqual(['cp-16'])
  expect(lessonText(lesson({ bodies, texts: { ar: kept, fr: kept, en: kept } }), 'fr')).toBe(kept)
})
