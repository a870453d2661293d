import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { AboutFacts, type SiteFacts } from './about-facts'

const GIVEN: SiteFacts = {
  controller: 'Institut exemple',
  contact: 'contact@example.test',
  administrator: false,
  lawDate: '2025-12-08',
  parts: [],
}
const html = (given: Partial<SiteFacts> = {}, locale: (typeof LOCALES)[number] = 'fr') =>
  renderToStaticMarkup(<AboutFacts {...GIVEN} {...given} locale={locale} t={translator(locale)} />)

describe.each(LOCALES)('who answers for the site, in %s', (locale) => {
  const t = translator(locale)

  it('is what the settings say', () => {
    expect(html({}, locale)).toContain('Institut exemple')
    expect(html({}, locale)).toContain('href="mailto:contact@example.test"')
    expect(html({}, locale)).toContain(formatDate(new Date('2025-12-08'), locale))
  })

  it('is left out for the public where the settings say nothing, with no gap to fill', () => {
    const shown = html({ controller: null, contact: null }, locale)

    expect(shown).not.toContain(t('about.controller'))
    expect(shown).not.toContain(t('about.contact'))
    expect(shown).not.toMatch(/CONTROLLER|[[\]{}]/)
    expect(shown).toContain(t('about.reference'))
  })

  it('tells an administrator which settings are missing', () => {
    const shown = html({ controller: null, contact: null, administrator: true }, locale)

    expect(shown).toContain('CONTROLLER_NAME')
    expect(shown).toContain('CONTROLLER_CONTACT')
    expect(html({ controller: null, administrator: true }, locale)).not.toContain('CONTROLLER_CONTACT')
  })
})

it('links a contact only where it is an address of e-mail or of a page', () => {
  expect(html({ contact: 'https://example.test/contact' })).toContain('href="https://example.test/contact"')
  expect(html({ contact: '12, rue de l’Exemple, Rabat' })).not.toContain('<a')
  expect(html({ contact: 'javascript:alert(1)' })).not.toContain('<a')
})

it('says nothing of the law while there is no course', () => {
  expect(html({ lawDate: null })).not.toContain(translator('fr')('about.review'))
})
