import { describe, expect, it } from 'vitest'
import { labelBlocks, labelField } from './block-label'
import type { TextBlock } from './text-block'

const passage = (id: string, fr: string): TextBlock => ({
  id,
  kind: 'passage',
  fields: [{ key: '', texts: { fr, ar: fr.replace('Le danger', 'الخطر') } }],
})
const question = (id: string): TextBlock => ({ id: `q-${id}`, kind: 'question', fields: [] })

describe('a passage', () => {
  const blocks = [
    passage('b0', 'Avant tout.'),
    passage('b1', '## Le danger, **vu de près** {#danger}'),
    passage('b2', 'Le juge évalue.'),
    passage('b3', 'Il décide.\n\n# Ceci n’est pas un titre du bloc'),
    passage('b4', ':::document[Procès-verbal (extrait)]{id="d1" kind="report"}\nTexte.\n:::'),
  ]

  it('is called by its heading, and by its place below it', () => {
    expect([...labelBlocks(blocks, 'fr').values()]).toEqual([
      { kind: 'passage', heading: null, number: 1 },
      { kind: 'passage', heading: 'Le danger, vu de près', number: 0 },
      { kind: 'passage', heading: 'Le danger, vu de près', number: 1 },
      { kind: 'passage', heading: 'Le danger, vu de près', number: 2 },
      { kind: 'passage', heading: 'Procès-verbal (extrait)', number: 0 },
    ])
  })

  it('is called in the language of its reader, or in one that the text has', () => {
    expect(labelBlocks(blocks, 'ar').get('b1')).toMatchObject({ heading: 'الخطر, vu de près' })
    expect(labelBlocks(blocks, 'en').get('b1')).toMatchObject({ heading: 'الخطر, vu de près' })
  })
})

it('numbers questions', () => {
  const labels = labelBlocks([question('p9'), passage('b0', 'Texte.'), question('p1')], 'fr')
  expect(['q-p9', 'q-p1'].map((id) => labels.get(id))).toEqual([
    { kind: 'question', number: 1 },
    { kind: 'question', number: 2 },
  ])
})

it.each([
  ['title', 'title', null, []],
  ['objectives.0', 'objective', null, ['1']],
  ['versions.1.text.2.1', 'versionText', null, ['2', '2.1']],
  ['nodes.3.choices.0.why', 'choiceWhy', null, ['4', '1']],
  ['elements.means.feedback', 'elementComment', 'means', []],
  ['elements.threshold.readings.1.text', 'elementReading', 'threshold', ['2']],
  ['correct.p1', 'key', null, []],
])('calls the field %s', (key, name, element, parts) => {
  expect(labelField(key)).toEqual({ kind: 'field', name, element, parts })
})

it.each(['cites', 'options.0.cites', 'titles', 'elements.act.value', ''])('leaves “%s” without a name', (key) => {
  expect(labelField(key)).toBeNull()
})
