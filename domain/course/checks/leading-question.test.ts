import { expect, it } from 'vitest'
import { localized, yamlSource } from '@/tests/support/course-factories'
import { librarySource, sign } from '@/tests/support/library-factories'
import type { Locale } from '../../locale'
import { leadingQuestion } from './leading-question'

function found(locale: Locale, question: string) {
  const group = {
    id: 'general',
    order: 1,
    title: localized('t'),
    lead: localized('l'),
    indicators: [sign({ ask: { ...localized('ask'), [locale]: question } })],
    lawDate: '2025-12-08',
  }
  const source = librarySource({ indicators: [{ ...yamlSource('i.yaml', group), id: 'general' }] })
  return leadingQuestion(source, null as never)
}

it.each<[Locale, string]>([
  ['fr', 'Vous pouviez partir, n’est-ce pas ?'],
  ['fr', 'Pourquoi n’êtes-vous pas partie ?'],
  ['fr', "C'était lui, n'est-ce pas ?"],
  ['en', 'Why did you stay?'],
  ['en', 'You could leave, couldn’t you?'],
  ['ar', 'لماذا بقيتم هناك؟'],
  ['ar', 'كان بإمكانكم الخروج، أليس كذلك؟'],
  ['ar', 'ألم يكن الباب مفتوحا؟'],
])('refuses in %s: %s', (locale, question) => {
  expect(found(locale, question)).toMatchObject([
    { severity: 'error', message: expect.stringContaining('open question') },
  ])
})

it.each<[Locale, string]>([
  ['fr', 'Que se serait-il passé si vous étiez partie ?'],
  ['en', 'What happened to those who left before you?'],
  ['ar', 'ماذا وقع لمن غادر قبلكم؟ ومن تألم؟'],
])('accepts in %s: %s', (locale, question) => {
  expect(found(locale, question)).toEqual([])
})
