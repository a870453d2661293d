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

it('lets a line break before a citation, and sets the marks after it', () => {
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
