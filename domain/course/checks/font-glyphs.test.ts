import { expect, it } from 'vitest'
import { libraryWith, run } from '@/tests/support/course-factories'
import { fontGlyphs } from './font-glyphs'

it.each([
  ['French', 'L’œuvre « coûte » 10 €, n° 27-14 : où ?', 0],
  ['Arabic with marks', 'مكوِّن، مؤطَّر؛ هل «نعم»؟', 0],
  ['the Maghrebi letters', 'ڭ ڤ پ', 0],
  ['several lines', 'un\ndeux', 0],
  ['an emoji', 'bien 👍', 1],
  ['a check mark', '✓ fait', 1],
  ['a Persian letter', 'گ', 1],
  ['a letter of another script', 'Москва', 6],
])('%s', (_, text, count) => {
  expect(fontGlyphs([run('fr', text)], libraryWith())).toHaveLength(count)
})

it('names the code point', () => {
  expect(fontGlyphs([run('fr', '✓')], libraryWith())[0]?.message).toContain('U+2713')
})
