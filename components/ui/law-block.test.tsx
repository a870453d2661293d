import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { TextVersion } from '@/domain/library/provision'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { card, libraryWith, localized, provision, textVersion } from '@/tests/support/course-factories'
import { LawBlock } from './law-block'

const told = { ar: 'انظر الفصل :ref[448-14]', fr: 'voir l’article 448-14', en: 'see article 448-14' }
const quoted = provision({ id: 'cp-448-1', versions: [textVersion({ summary: told })] })

const STORE = libraryWith({ provisions: { 'cp-448-1': quoted, 'cp-16': card('cp-16', '16') } })

function block(id: string, locale: Locale, store = STORE): string {
  const cited = resolveCitation(store, id, '9999-12-31')
  return renderToStaticMarkup(<LawBlock cited={cited ? [cited] : []} locale={locale} t={translator(locale)} id="x" />)
}

function shown(version: TextVersion, id: string, locale: Locale = 'fr'): string {
  return block(id, locale, libraryWith({ provisions: { 'cp-448-1': provision({ versions: [version] }) } }))
}

/** The text without tags, with every kind of space as a plain space. */
function plain(html: string): string {
  return html.replace(/<[^>]+>/g, '').replace(/\s/g, ' ')
}

describe('a text of the law', () => {
  it.each(LOCALES)('is explained in %s as well, after its wording', (locale) => {
    const html = block('cp-448-1#2', locale)

    expect(html).toContain('فقرة ثانية')
    expect(html).toContain(translator(locale)('law.inShort'))
    expect(html.indexOf('فقرة ثانية')).toBeLessThan(html.indexOf('448-14'))
    expect(html).not.toContain(':ref')
  })

  it.each([
    ['high', undefined, 'law.confidenceHigh'],
    ['medium', [{ printed: 'فقرت', given: 'فقرة' }], 'law.confidenceMedium'],
    ['low', undefined, 'law.confidenceLow'],
  ] as const)('says how reliable its letters are: %s', (confidence, repairs, message) => {
    const version = textVersion({ confidence, ...(repairs && { repairs: [...repairs] }) })

    for (const locale of LOCALES) expect(shown(version, 'cp-448-1', locale)).toContain(translator(locale)(message))
  })

  it('asks to compare it with the Official Gazette, until the day of that comparison is known', () => {
    const t = translator('fr')

    expect(shown(textVersion(), 'cp-448-1')).toContain(t('law.uncollated'))
    expect(shown(textVersion({ collated: '2026-02-03' }), 'cp-448-1')).not.toContain(t('law.uncollated'))
    expect(shown(textVersion({ collated: '2026-02-03' }), 'cp-448-1')).toContain('3 février 2026')
  })

  it('says that its copy has no date', () => {
    expect(shown(textVersion({ readAt: null }), 'cp-448-1')).toContain(translator('fr')('law.undated'))
    expect(shown(textVersion(), 'cp-448-1')).not.toContain(translator('fr')('law.undated'))
  })

  it('shows what the copy prints where a letter was corrected, beside the paragraph that has it', () => {
    const version = textVersion({ confidence: 'medium', repairs: [{ printed: 'فقرت ثانية', given: 'فقرة ثانية' }] })

    expect(shown(version, 'cp-448-1#2')).toContain('<del>فقرت ثانية</del>')
    expect(shown(version, 'cp-448-1#1')).not.toContain('<del>')
  })

  it('leaves the source and the notes on the translation to a linked page, if there is one', () => {
    const trap = { cites: ['cp-448-1'], text: told }
    const store = libraryWith({ provisions: { 'cp-448-1': provision({ traps: [trap] }) } })
    const cited = [resolveCitation(store, 'cp-448-1', '9999-12-31') ?? []].flat()
    const html = (notesAt?: string) =>
      renderToStaticMarkup(<LawBlock cited={cited} locale="fr" t={translator('fr')} id="x" notesAt={notesAt} />)
    const notes = [translator('fr')('law.trap'), translator('fr')('law.uncollated')]

    for (const note of notes) expect(html()).toContain(note)
    expect(html('/fr/library/law/cp-448-1')).toContain('<a href="/fr/library/law/cp-448-1">')
    for (const note of notes) expect(html('/fr/library/law/cp-448-1')).not.toContain(note)
  })

  it('says after which paragraph the numbers are not certain', () => {
    const version = textVersion({ uncertainBreaks: ['1'] })
    const later = textVersion({ uncertainBreaks: ['2'] })

    expect(plain(shown(version, 'cp-448-1#2'))).toContain('nouvel alinéa commence après : alinéa premier')
    expect(plain(shown(version, 'cp-448-1#1', 'ar'))).toContain('بعد: الفقرة الأولى')
    expect(plain(shown(later, 'cp-448-1#1'))).not.toContain('nouvel alinéa')
  })

  it('begins with the preamble of the amending law, if the whole article is shown', () => {
    const version = textVersion({ preamble: { ar: 'تتمم على النحو التالي' } })

    expect(shown(version, 'cp-448-1').indexOf('تتمم')).toBeGreaterThan(0)
    expect(shown(version, 'cp-448-1').indexOf('تتمم')).toBeLessThan(shown(version, 'cp-448-1').indexOf('فقرة'))
    expect(shown(version, 'cp-448-1#1')).not.toContain('تتمم')
  })
})

it.each(LOCALES)('says in %s that a wording is not here, and where it can be read', (locale) => {
  const t = translator(locale)
  const url = 'https://adala.justice.gov.ma/resources/21'
  const store = libraryWith({ provisions: { 'cp-16': card('cp-16', '16', { url }) } })

  expect(block('cp-16', locale)).toContain(t('law.notHeld'))
  expect(block('cp-16', locale)).not.toContain('href')
  expect(block('cp-16', locale, store)).toContain(t('law.notHeld'))
  expect(block('cp-16', locale, store)).toMatch(/href="https:\/\/adala[^>]*>adala\.justice\.gov\.ma</)
  expect(block('cp-448-1', locale)).not.toContain(t('law.notHeld'))
})

it.each(LOCALES)('says in %s who has the text of a document without a public address', (locale) => {
  const askAt = { ar: 'الوزارة', fr: 'ministère', en: 'ministry' }
  const store = libraryWith({ provisions: { 'cp-16': card('cp-16', '16', { askAt }) } })

  expect(block('cp-16', locale, store)).toContain(translator(locale)('law.askAt', { keeper: askAt[locale] }))
  expect(block('cp-16', locale)).not.toContain(askAt[locale])
})

it.each(LOCALES)('does not say in %s that a missing wording was checked', (locale) => {
  const t = translator(locale)
  const html = block('cp-16', locale)

  expect(html.replace(/<[^>]+>/g, '')).toContain(localized('summary')[locale])
  expect(html).toContain(t('law.summaryHigh'))
  expect(html).not.toContain(t('law.confidenceHigh'))
})
