import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Locale } from '@/domain/locale'
import { Inline } from './inline'

const html = (source: string, locale: Locale) => renderToStaticMarkup(<Inline source={source} locale={locale} />)

it('shows the words of a citation, its number isolated', () => {
  expect(html('ينص :cite[الفصل 448-1]{id="cp-448-1"} على', 'ar')).toBe(
    'ينص الفصل <bdi class="ref" dir="ltr">448-1</bdi> على',
  )
})

it('keeps a normal space before a citation, and sets no-break spaces before the marks after it', () => {
  expect(html('Selon :cite[l’article 16]{id="cp-16"} : **oui** ; :ref[27-14] ?', 'fr')).toBe(
    'Selon l’article\u00A016\u00A0: <strong>oui</strong>\u202F; <bdi class="ref" dir="ltr">27-14</bdi>\u202F?',
  )
})

it('lets no HTML through', () => {
  expect(html('<b>gras</b>', 'fr')).toBe('&lt;b&gt;gras&lt;/b&gt;')
})

it('isolates in Arabic a Latin name and the whole date after it', () => {
  expect(html('Africanews، 5 نونبر 2025', 'ar')).toBe(
    '<bdi dir="ltr">Africanews</bdi>، <bdi dir="rtl">5 نونبر 2025</bdi>',
  )
})

it('makes a link of a citation only if it is told the target', () => {
  const citing = (id: string) => (id === 'cp-16' ? { href: '/fr/law', name: 'article 16 du code', mark: '16' } : null)
  const sentence = 'Selon :cite[l’article 16]{id="cp-16"} et :cite[l’article 9]{id="cp-9"}'

  expect(renderToStaticMarkup(<Inline source={sentence} locale="fr" citing={citing} />)).toBe(
    'Selon <a class="cite" href="/fr/law" data-cite="cp-16" title="article 16 du code">l’article\u00A016</a> et l’article\u00A09',
  )
})
