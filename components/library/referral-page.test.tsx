import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { RegionalContacts } from '@/domain/contact/contact'
import type { ReferralFilters } from '@/domain/library/filter-referral'
import type { ReferralEntry } from '@/domain/library/referral'
import { LOCALES } from '@/domain/locale'
import { HOTLINE } from '@/domain/urgent-help'
import { formatDate, translator } from '@/i18n/translator'
import { contactWith } from '@/tests/support/contacts'
import { libraryWith, localized } from '@/tests/support/course-factories'
import { ReferralPage } from './referral-page'

const t = translator('fr')
const entry = (id: string, overrides: Partial<ReferralEntry>): ReferralEntry => ({
  id,
  name: localized(`name-${id}`),
  region: null,
  roles: ['justice'],
  does: localized('does'),
  cites: [],
  source: localized(`source-${id}`),
  statedOn: null,
  verifiedOn: null,
  confidence: 'high',
  lawDate: '2025-12-08',
  ...overrides,
})
const NONE: RegionalContacts = { shown: [], lapsed: [] }
const region = (id: string) => ({ id, name: localized(`region-${id}`), short: localized(`short-${id}`) })
const store = libraryWith({
  regions: { '03': region('03'), '09': region('09') },
  referral: {
    ministry: entry('ministry', {}),
    prosecutor: entry('prosecutor', { inCourts: true }),
    shelter: entry('shelter', { region: '03', roles: ['shelter'], phone: '0500 00 00 00' }),
  },
})

function directory(
  filters: ReferralFilters,
  locale: (typeof LOCALES)[number] = 'fr',
  contacts: RegionalContacts | null = NONE,
): string {
  const of = { store, filters, locale, contacts }
  return renderToStaticMarkup(<ReferralPage {...of} t={translator(locale)} />)
}
const inOrder = (html: string, ...texts: string[]) => {
  const places = texts.map((text) => html.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

it('begins with the number to call, then lists the region, the courts and the whole country', () => {
  const html = directory({})

  inOrder(html, 'hotline', HOTLINE, 'class="plain tiles"')
  inOrder(html.slice(html.indexOf('<table')), 'name-shelter', 'name-prosecutor', 'name-ministry')
})

it.each(LOCALES)('says in %s that no number is published, and makes a published number dialable', (locale) => {
  const html = directory({}, locale)

  expect(html.split(translator(locale)('library.referral.noNumber'))).toHaveLength(3)
  expect(html).toContain('href="tel:')
})

it('leads from each tile to its region, and keeps the role', () => {
  const html = directory({ role: 'shelter' }).replaceAll('&amp;', '&')

  expect(html).toContain('href="/fr/library/referral?role=shelter&region=09"')
  expect(html).toContain(t('library.referral.tile', { region: 'texte region-09', count: 0 }))
})

it('says that nothing is known of a region, and still shows who acts everywhere', () => {
  const html = directory({ region: '09' })

  expect(html).toContain(t('library.referral.regionGap'))
  expect(html).toContain('name-prosecutor')
  expect(html).not.toContain('name-shelter')
})

it('keeps the source of every entry in one fold after the table', () => {
  const html = directory({})

  inOrder(html, '</table>', '<details', 'source-shelter')
})

it('shows as verified only what was verified', () => {
  const verified = libraryWith({ referral: { a: entry('a', { verifiedOn: '2026-05-01' }) } })
  const html = renderToStaticMarkup(<ReferralPage store={verified} filters={{}} contacts={NONE} locale="fr" t={t} />)

  expect(html).toContain('chip ok')
  expect(directory({})).not.toContain('chip ok')
})

describe('contacts of institutions', () => {
  const contacts: RegionalContacts = {
    shown: [
      contactWith({
        ...{ region: '09', nameLatin: 'Foyer <b>Sud</b>', phone: '0528000000', sourceDay: '2026-10-01' },
        ...{ source: 'Lettre du foyer', sourceUrl: 'https://foyer.example.org/contact' },
      }),
    ],
    lapsed: [{ id: 'lapsed-03-health', region: '03', roles: ['health'], lapsed: true }],
  }

  it.each(LOCALES)('stand in their region in %s with their source, dates and end, as text', (locale) => {
    const html = directory({ region: '09' }, locale, contacts)
    const said = translator(locale)

    expect(html).toContain('href="tel:0528000000"')
    expect(html).toContain('href="https://foyer.example.org/contact"')
    expect(html).not.toContain('<b>Sud')
    const until = formatDate(new Date('2027-11-27'), locale)
    expect(html).toContain(said('contacts.verified', { date: formatDate(new Date('2026-11-28'), locale), until }))
    expect(html).not.toContain(said('library.referral.regionGap'))
    expect(html).toContain(said('library.referral.tile', { region: localized('region-09')[locale], count: 1 }))
  })

  it('that have expired leave their role to be confirmed, and are not counted', () => {
    const html = directory({ region: '03' }, 'fr', contacts)

    expect(html).toContain(t('contacts.toConfirm'))
    expect(html).toContain(t('library.referral.tile', { region: localized('region-03').fr, count: 1 }))
  })

  it('of the demonstration cannot be dialled', () => {
    const invented = contactWith({ region: '09', phone: '05XX XX XX XX' })
    const html = directory({ region: '09' }, 'fr', { shown: [invented], lapsed: [] })

    expect(html).toContain('05XX XX XX XX')
    expect(html).not.toContain('tel:05')
  })

  it('are reported as unavailable if they cannot be read', () => {
    expect(directory({}, 'fr', null)).toContain(t('contacts.unavailable'))
    expect(directory({})).not.toContain(t('contacts.unavailable'))
  })
})
