import { expect, it } from 'vitest'
import { libraryWith, localized, provision, yamlSource } from '@/tests/support/course-factories'
import { librarySource, model, procedureChecklist, sign } from '@/tests/support/library-factories'
import type { Localized } from '../../locale'
import { namedAndCited } from './named-and-cited'
import type { LibrarySource } from './source'

const library = libraryWith({ provisions: { 'cp-62': provision({ id: 'cp-62', number: '62' }) } })
const naming: Localized = { ar: 'وفق الفصل :ref[62]', fr: 'selon l’article 62', en: 'as article 62 says' }

const group = (of: ReturnType<typeof sign>) => ({
  id: 'general',
  order: 1,
  title: localized('t'),
  lead: localized('l'),
  indicators: [of],
  lawDate: '2025-12-08',
})

const PLACES: [where: string, source: (text: Localized, cites: string[]) => Partial<LibrarySource>][] = [
  [
    'a point of a checklist',
    (text, cites) => ({
      procedureChecklists: yamlSource('p.yaml', [procedureChecklist({ items: [{ text, cites }] })]),
    }),
  ],
  [
    'a point of the checklist of an article',
    (text, cites) => ({
      checklists: yamlSource('c.yaml', [{ provision: 'cp-62', lawDate: '2025-12-08', items: [{ text, cites }] }]),
    }),
  ],
  [
    'a note of a model',
    (note, cites) => ({
      models: [
        {
          ...yamlSource('m.yaml', model({ parts: [{ as: 'text', text: localized('x'), note, cites }] })),
          id: 'order',
        },
      ],
    }),
  ],
  [
    'what to record of a sign',
    (record, cites) => ({
      indicators: [{ ...yamlSource('i.yaml', group(sign({ record, cites }))), id: 'general' }],
    }),
  ],
]

it.each(PLACES)('%s names what it cites', (_, source) => {
  expect(namedAndCited(librarySource(source(naming, ['cp-62'])), library)).toEqual([])
})

it.each(PLACES)('%s is refused if it names an article that it does not cite', (_, source) => {
  expect(namedAndCited(librarySource(source(naming, ['cp-1'])), library)).toMatchObject([
    { severity: 'error', message: expect.stringContaining('62 is named here and not cited') },
  ])
})

it.each(PLACES)('%s may name a year', (_, source) => {
  const year = { ar: 'منشور سنة 2018', fr: 'la circulaire de 2018', en: 'the circular of 2018' }

  expect(namedAndCited(librarySource(source(year, ['cp-1'])), library)).toEqual([])
})
