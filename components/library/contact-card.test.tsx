import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ReferralEntry } from '@/domain/library/referral'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { libraryWith, localized } from '@/tests/support/course-factories'
import { ContactCard } from './contact-card'

const contact = (verifiedOn: string | null): ReferralEntry => ({
  id: 'desk',
  name: localized('desk'),
  region: null,
  roles: ['legal-aid'],
  does: localized('does'),
  cites: [],
  source: localized('source'),
  statedOn: '2016-08',
  verifiedOn,
  confidence: 'medium',
  lawDate: '2025-12-08',
})

function card(verifiedOn: string | null, locale: Locale): string {
  const review = { signoff: [], hashes: { ar: 'a', fr: 'b', en: 'c' } }
  const props = { review, region: 'x', store: libraryWith(), locale, t: translator(locale) }
  return renderToStaticMarkup(<ContactCard contact={contact(verifiedOn)} {...props} />)
}

it.each(LOCALES)('shows in %s no line about verification that has no date', (locale) => {
  const words = translator(locale)('library.referral.verifiedOn', { date: '' }).trim()

  expect(card('2026-03-04', locale)).toContain(words)
  expect(card(null, locale)).not.toContain(words)
  expect(card(null, locale)).not.toContain('chip warn')
})
