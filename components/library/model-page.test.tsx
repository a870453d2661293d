import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { libraryWith, localized, provision } from '@/tests/support/course-factories'
import { entrySign, model } from '@/tests/support/library-factories'
import { ModelPage } from './model-page'

const hashes = { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' }

function pageOf(locale: Locale, ...signed: Locale[]): string {
  const signoff = signed.map((language) => entrySign({ entry: 'order', language, hash: hashes[language] }))
  const store = libraryWith({ provisions: { 'cp-448-1': provision({ id: 'cp-448-1' }) }, models: { order: model() } })
  const reviewed: Library = { ...store, reviews: { ...store.reviews, model: { order: { signoff, hashes } } } }
  const lessons = [{ course: 'trial', lesson: 'opening', title: localized('lesson') }]
  return renderToStaticMarkup(
    <ModelPage model={model()} store={reviewed} lessons={lessons} locale={locale} t={translator(locale)} />,
  )
}

const sides = (html: string) =>
  [...html.matchAll(/<div lang="(\w+)" dir="\w+" class="([^"]+)"/g)].map(([, ...of]) => of)
const buttons = (html: string) => html.match(/data-copy|data-print/g) ?? []

describe('a model that nobody has signed', () => {
  const html = pageOf('fr')

  it('says that it is not reviewed, on the screen and on paper', () => {
    expect(html).toContain(translator('fr')('library.models.standing.none.title'))
    expect(html).toMatch(/class="print-only note">[^<]*pas encore été relu/)
  })

  it('has no button to print or copy it, and is left out of the printed page in every language', () => {
    expect(buttons(html)).toEqual([])
    expect(sides(html).length).toBe(6)
    for (const [, look] of sides(html)) expect(look).toBe('tx unsigned off-paper')
    expect(html).toContain('class="law model off-paper"')
  })
})

describe('a model whose Arabic is signed', () => {
  const html = pageOf('fr', 'ar')

  it('can be printed and copied in Arabic alone', () => {
    expect(buttons(html)).toEqual(['data-print', 'data-copy'])
    expect(html).toContain('data-copy="نص title of order')
    expect(html).not.toContain('print-only note')
    expect(html).toContain('class="law model"')
    for (const [language, look] of sides(html)) expect(look).toBe(language === 'ar' ? 'tx' : 'tx unsigned off-paper')
  })

  it('says that the other language is not reviewed', () => {
    expect(html).toContain(translator('fr')('library.models.standing.arabic.title'))
  })

  it('does not copy the notes of its author', () => {
    expect(/data-copy="([^"]*)"/.exec(html)?.[1]).not.toContain('note to draft')
    expect(html).toContain('texte note to draft')
  })
})

it('can be used in both languages once both are signed', () => {
  const html = pageOf('fr', 'ar', 'fr')

  expect(buttons(html)).toEqual(['data-print', 'data-copy', 'data-copy'])
  expect(sides(html).every(([, look]) => look === 'tx')).toBe(true)
})

it('stays closed while only its translation is signed', () => {
  expect(buttons(pageOf('fr', 'fr'))).toEqual([])
})

it.each<[Locale, string[]]>([
  ['ar', ['ar', 'fr']],
  ['fr', ['ar', 'fr']],
  ['en', ['ar', 'en']],
])('shows in %s the languages %s', (locale, languages) => {
  expect([...new Set(sides(pageOf(locale)).map(([language]) => language))]).toEqual(languages)
})

it('leads to what it applies and to the lessons that teach it', () => {
  const html = pageOf('fr')

  expect(html).toContain('href="/fr/library/law/cp-448-1"')
  expect(html).toContain('href="/fr/courses/trial/lessons/opening"')
})
