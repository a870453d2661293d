import { expect, it } from 'vitest'
import { card, libraryWith, provision, textVersion } from '@/tests/support/course-factories'
import type { Locale } from '../locale'
import { resolveCitation } from './resolve-citation'
import { writeCitation, writeMark } from './write-citation'

const twoParagraphs = { '1': 'أ', '1.1': 'ب', '1.2': 'ج', '2': 'د' }
const library = libraryWith()
const store = {
  ...library,
  provisions: {
    ...library.provisions,
    'cp-9-1': provision({
      id: 'cp-9-1',
      number: '9-1',
      versions: [textVersion({ text: { ar: twoParagraphs }, alignment: [] })],
    }),
    'cp-9': provision({ id: 'cp-9', versions: [textVersion({ text: { ar: twoParagraphs }, alignment: [] })] }),
  },
}

it.each<[string, Locale, string]>([
  ['cp-448-1', 'fr', 'article 448-1 du code pénal'],
  ['cp-448-1#2', 'fr', 'article 448-1, alinéa 2, du code pénal'],
  ['cp-448-1#1', 'fr', 'article 448-1, alinéa premier, du code pénal'],
  ['cp-448-4#1.2', 'fr', 'article 448-4, 2°, du code pénal'],
  ['cp-9#1.2', 'fr', 'article 9, alinéa premier, 2°, du code pénal'],
  ['cp-16', 'fr', 'article 16 du code pénal'],
  ['cp-448-1', 'en', 'article 448-1 of the Penal Code'],
  ['cp-448-1#2', 'en', 'article 448-1, paragraph 2, of the Penal Code'],
  ['cp-9#1.2', 'en', 'article 9, paragraph 1, item 2, of the Penal Code'],
  ['cp-448-1', 'ar', 'الفصل 448-1 من مجموعة القانون الجنائي'],
  ['cp-448-1#2', 'ar', 'الفقرة الثانية من الفصل 448-1 من مجموعة القانون الجنائي'],
  ['cp-448-4#1.2', 'ar', 'البند 2 من الفصل 448-4 من مجموعة القانون الجنائي'],
  ['cp-9#1.2', 'ar', 'البند 2 من الفقرة الأولى من الفصل 9 من مجموعة القانون الجنائي'],
])('%s in %s', (id, locale, written) => {
  const cited = resolveCitation(store, id, '2026-01-01')

  expect(cited && writeCitation(cited, locale)).toBe(written)
})

it('does not count the only paragraph of an article', () => {
  const cited = resolveCitation(store, 'cp-448-4#1', '2026-01-01')

  expect(cited && writeCitation(cited, 'fr')).toBe('article 448-4 du code pénal')
})

it('cites a text without articles by its title', () => {
  const guide = { ...card('cp-guide', '0'), number: null, title: { ar: 'الدليل', fr: 'Le guide', en: 'The guide' } }
  const cited = resolveCitation({ ...library, provisions: { 'cp-guide': guide } }, 'cp-guide', '2026-01-01')

  expect(cited && writeCitation(cited, 'fr')).toBe('Le guide')
})

it.each<[string, Locale, string | null]>([
  ['cp-448-1', 'fr', '448-1'],
  ['cp-448-1#2', 'fr', '448-1 al. 2'],
  ['cp-448-1#2', 'en', '448-1 para. 2'],
  ['cp-448-1#2', 'ar', '448-1 ف2'],
  ['cp-448-4#1.2', 'fr', '448-4 2°'],
  ['cp-448-4#1.2', 'ar', '448-4 ب2'],
  ['cp-448-4#1.2', 'en', '448-4 item 2'],
  ['cp-9-1#1.2', 'ar', '9-1 ف1 ب2'],
  ['cp-16', 'fr', null],
])('marks %s in %s', (id, locale, mark) => {
  const cited = resolveCitation(store, id, '2026-01-01')

  expect(cited && writeMark(cited, locale)).toBe(mark)
})
