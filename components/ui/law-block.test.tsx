import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { card, libraryWith, localized, provision, textVersion } from '@/tests/support/course-factories'
import { LawBlock } from './law-block'

const told = { ar: 'انظر الفصل :ref[448-14]', fr: 'voir l’article 448-14', en: 'see article 448-14' }
const quoted = provision({ id: 'cp-448-1', versions: [textVersion({ summary: told, confidence: 'medium' })] })

function block(id: string, locale: Locale): string {
  const store = libraryWith({ provisions: { 'cp-448-1': quoted, 'cp-16': card('cp-16', '16') } })
  const cited = resolveCitation(store, id, '9999-12-31')
  return renderToStaticMarkup(<LawBlock cited={cited ? [cited] : []} locale={locale} t={translator(locale)} id="x" />)
}

describe('a text of the law', () => {
  it.each(LOCALES)('is told in %s as well, after its wording', (locale) => {
    const html = block('cp-448-1#2', locale)

    expect(html).toContain('فقرة ثانية')
    expect(html).toContain(translator(locale)('law.inShort'))
    expect(html.indexOf('فقرة ثانية')).toBeLessThan(html.indexOf('448-14'))
    expect(html).not.toContain(':ref')
  })

  it('says that its wording was read once', () => {
    expect(block('cp-448-1', 'fr')).toContain(translator('fr')('law.confidenceMedium'))
  })
})

it.each(LOCALES)('does not say in %s that a wording was checked which is not there', (locale) => {
  const t = translator(locale)
  const html = block('cp-16', locale)

  expect(html.replace(/<[^>]+>/g, '')).toContain(localized('summary')[locale])
  expect(html).toContain(t('law.summaryHigh'))
  expect(html).not.toContain(t('law.confidenceHigh'))
})
