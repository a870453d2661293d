import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { shippedLibrary } from '@/tests/support/shipped-content'
import { BriefSheet } from './brief-sheet'

const store = shippedLibrary()
const brief = store.briefs.trafficking as NonNullable<typeof store.briefs.trafficking>
const t = translator('fr')
const show = (over: Partial<typeof store> = {}) =>
  renderToStaticMarkup(<BriefSheet brief={brief} store={{ ...store, ...over }} locale="fr" t={t} />)

describe('the sheet of a brief', () => {
  it('shows every degree as a choice that is sent nowhere, and draws each range of years', () => {
    const html = show()

    expect(html.match(/type="radio"/g)).toHaveLength(6)
    expect(html).not.toMatch(/<form|<button|checked/)
    expect(html).toContain('<rect x="10" width="10"')
    expect(html).toContain('Réclusion perpétuelle')
    expect(html).toContain('<rect x="0" width="30"')
  })

  it('names a model that nobody has signed as unsigned, and prints no word of it', () => {
    const html = show()
    const wording = store.models['operative-part']?.parts.at(-1)?.text.fr ?? ''

    expect(html).toContain(t('library.briefs.modelUnsigned'))
    expect(wording).not.toBe('')
    expect(html).not.toContain(wording)
  })

  it('says that a model may be printed once a jurist has signed its Arabic', () => {
    const hashes = { ar: 'a', fr: 'f', en: 'e' }
    const signoff = [{ language: 'ar' as const, role: 'legal' as const, date: '2026-11-24', by: 'a jurist', hash: 'a' }]
    const html = show({ reviews: { ...store.reviews, model: { 'operative-part': { signoff, hashes } } } })

    expect(html).toContain(t('library.briefs.modelSigned'))
    expect(html).not.toContain(t('library.briefs.modelUnsigned'))
  })

  it.each(LOCALES)('says in %s that it awaits a review, and that it does not replace the text', (locale) => {
    const html = renderToStaticMarkup(<BriefSheet brief={brief} store={store} locale={locale} t={translator(locale)} />)

    expect(html).toContain(translator(locale)('course.awaitingReview'))
    expect(html).toContain(translator(locale)('library.briefs.notTheText'))
  })
})
