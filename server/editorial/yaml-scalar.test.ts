import { expect, it } from 'vitest'
import { lineOfScalar, withScalar } from './yaml-scalar'

const FILE = `# Kept.
- id: one # kept too
  stem:
    ar: >-
      نص أول
      وثان.
    fr: Un texte.
    en: "A text: one."
  options:
    - { id: a, text: { fr: oui, en: "yes" } }
- id: two
`

it.each([
  ['a folded text', [0, 'stem', 'ar'], 'نص آخر.', '    ar: >-\n      نص آخر.\n    fr: Un texte.'],
  ['a plain one', [0, 'stem', 'fr'], 'Deux textes.', '    fr: Deux textes.\n'],
  ['a plain one that must be quoted now', [0, 'stem', 'fr'], 'Deux : textes', '    fr: "Deux : textes"\n'],
  ['a quoted one', [0, 'stem', 'en'], 'Two: "texts"', '    en: "Two: \\"texts\\""\n'],
  ['one within braces', [0, 'options', 0, 'text', 'fr'], 'non, jamais', '{ fr: "non, jamais", en: "yes" }'],
])('replaces %s', (_, keys, text, expected) => {
  const written = withScalar(FILE, keys, text)

  expect(written).toContain(expected)
  expect(written).toContain('# Kept.\n- id: one # kept too')
  expect(written?.endsWith('- id: two\n')).toBe(true)
})

it.each([
  ['markup', '**gras** :cite[x]{id="cp-1"} # non'],
  ['several lines', 'un\n\n- deux\n  trois: quatre'],
  ['HTML and quotes', `<script>alert("x")</script> & 'y'`],
  ['a value of another type', 'true'],
  ['spaces that a fold would lose', 'a  b   c'],
])('reads back what was written: %s', (_, text) => {
  for (const keys of [
    [0, 'stem', 'ar'],
    [0, 'stem', 'fr'],
    [0, 'options', 0, 'text', 'fr'],
  ]) {
    const written = withScalar(FILE, keys, text) ?? ''
    expect(written).not.toBe('')
    expect(withScalar(written, keys, 'x')).not.toBeNull()
  }
})

it('changes nothing where there is no text', () => {
  expect(withScalar(FILE, [0, 'stem', 'de'], 'x')).toBeNull()
  expect(withScalar(FILE, [7, 'stem', 'fr'], 'x')).toBeNull()
  expect(withScalar(FILE, [0, 'options'], 'x')).toBeNull()
})

it('knows the line of a text', () => {
  expect(lineOfScalar(FILE, [0, 'stem', 'fr'])).toBe(7)
})
