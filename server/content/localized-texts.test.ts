import { expect, it } from 'vitest'
import { localizedTexts, runsOf } from './localized-texts'
import { readYaml } from './read-yaml'

const file = readYaml(
  'law/cp.yaml',
  `title:
  ar: تعريف
  fr: définition
traps:
  - text: { ar: "نص :ref[448-1]", fr: texte, en: text }
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

it('gives each language its own line, and reads a number in :ref as a reference', () => {
  const runs = runsOf(file, localizedTexts(file))
  expect(runs.map(({ locale, line, role, text }) => `${line} ${locale} ${role} ${text}`)).toEqual([
    '2 ar prose تعريف',
    '3 fr prose définition',
    '5 ar prose نص ',
    '5 ar reference 448-1',
    '5 fr prose texte',
    '5 en prose text',
  ])
})
