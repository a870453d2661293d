import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { ReviewState } from './review-state'

const t = translator('fr')
const hashes = { ar: 'a', fr: 'f', en: 'e' }
const signed = {
  hashes,
  signoff: [
    {
      hash: 'f',
      language: 'fr',
      role: 'legal',
      date: '2026-10-03',
      by: 'Conseillère <b>, Cour d’appel (R-7K3F)',
    } as const,
  ],
}
const render = (parts: Parameters<typeof ReviewState>[0]['parts'], locale: 'fr' | 'ar' = 'fr') =>
  renderToStaticMarkup(<ReviewState parts={parts} locale={locale} t={t} />)

it('says of a signed text in what function, for which body and when it was signed', () => {
  const html = render([signed])

  expect(html).toContain('3 octobre 2026')
  expect(html).toContain('Conseillère &lt;b&gt;, Cour d’appel')
  expect(html).not.toContain('R-7K3F')
})

it('says that another language, or a whole with one unsigned part, still waits', () => {
  expect(render([signed], 'ar')).toContain(t('course.awaitingReview'))
  expect(render([signed, { hashes, signoff: [] }])).toContain(t('course.awaitingReview'))
})

it('names nobody for several parts', () => {
  expect(render([signed, signed])).not.toContain('Conseillère')
})
