import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { shelves } from '@/domain/library/shelves'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { card, libraryWith } from '@/tests/support/course-factories'
import { LawPage } from './law-page'

function page(numbers: readonly number[], locale: (typeof LOCALES)[number]): string {
  const provisions = Object.fromEntries(numbers.map((number) => [`cp-${number}`, card(`cp-${number}`, `${number}`)]))
  const { instruments } = libraryWith()
  return renderToStaticMarkup(
    <LawPage shelves={shelves({ instruments, provisions })} locale={locale} t={translator(locale)} />,
  )
}

it.each(LOCALES)('leads to the hundreds of a long list, and shows each article once, in %s', (locale) => {
  const numbers = Array.from({ length: 50 }, (_, n) => n + 90)
  const html = page(numbers, locale)

  for (const id of ['penal-code-90', 'penal-code-100']) {
    expect(html.split(`href="#${id}"`)).toHaveLength(2)
    expect(html.split(`<h3 id="${id}">`)).toHaveLength(2)
  }
  for (const number of numbers) expect(html.split(`/library/law/cp-${number}"`)).toHaveLength(2)
})

it('does not divide a short list', () => {
  expect(page([1, 120], 'fr')).not.toContain('<h3')
})
