import { expect, it } from 'vitest'
import { proseSections } from './prose-sections'

it('cuts a lesson at its headings', () => {
  expect(proseSections('Avant.\n\n## L’acte {#act}\n\nUn texte.\n\n### Suite\n\nFin.')).toEqual([
    { id: null, title: null, text: 'Avant.' },
    { id: 'act', title: 'L’acte', text: 'Un texte.' },
    { id: null, title: 'Suite', text: 'Fin.' },
  ])
})

it('leaves out what stands before the first heading when nothing does', () => {
  expect(proseSections('## L’acte {#act}\nUn texte.')).toHaveLength(1)
})

it.each([
  ['a citation', 'Selon :cite[l’article 17]{id="cp-17"}.', 'Selon l’article 17.'],
  ['a term', 'Un :def[crime]{term="felony-crime"}.', 'Un crime.'],
  ['a number', 'Le :ref[448-1].', 'Le 448-1.'],
  ['a link', 'Voir [la leçon](../child).', 'Voir la leçon.'],
  ['strong words in a citation’s sentence', '**Lisez** :cite[ceci]{id="cp-17"}.', 'Lisez ceci.'],
  ['a row of a table', '| Degré | Texte |', 'Degré · Texte'],
  ['an item', '- un point', 'un point'],
  ['a numbered item', '2. deuxième', 'deuxième'],
  ['the title of a box', ':::note[Attention]{kind="attention"}\nDedans.\n:::', 'Attention Dedans.'],
])('reads %s', (_, markdown, text) => {
  expect(proseSections(markdown)).toEqual([{ id: null, title: null, text }])
})

it.each(['::law{cite="cp-448-2"}', '::quiz{id="q1"}', '|---|---|', ':::'])('says nothing for %s', (line) => {
  expect(proseSections(line)).toEqual([])
})
