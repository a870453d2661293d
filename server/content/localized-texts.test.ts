import { expect, it } from 'vitest'
import { localizedTexts, runsOf } from './localized-texts'
import { readYaml } from './read-yaml'

const file = readYaml(
  'law/cp.yaml',
  `title:
  ar: تعريف
  fr: définition
traps:
  - text: { ar: نص, fr: texte, en: text }
versions:
  - preamble: { ar: تتمم }
    text:
      ar: { "1": فقرة }
`,
)

it('finds texts by language wherever they stand, complete or not, and no quoted law', () => {
  expect(localizedTexts(file).map(({ key, line, texts }) => [key, line, Object.keys(texts)])).toEqual([
    ['title', 1, ['ar', 'fr']],
    ['traps.0.text', 5, ['ar', 'fr', 'en']],
  ])
})

it('gives each language its own line', () => {
  expect(runsOf(file, localizedTexts(file)).map(({ locale, line, text }) => `${line} ${locale} ${text}`)).toEqual([
    '2 ar تعريف',
    '3 fr définition',
    '5 ar نص',
    '5 fr texte',
    '5 en text',
  ])
})
