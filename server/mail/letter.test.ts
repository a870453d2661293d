import { expect, it } from 'vitest'
import type { Letter, LetterKind } from '@/domain/access/letter'
import { LOCALES } from '@/domain/locale'
import { writeLetter } from './letter'

const letter = (overrides: Partial<Letter> = {}): Letter => ({
  kind: 'confirm',
  to: 'fatima@example.ma',
  name: 'Fatima Alaoui',
  locale: 'fr',
  link: 'https://formation.example.ma/fr/confirm?token=abc&next=%2Ffr',
  ...overrides,
})
const KINDS: LetterKind[] = ['confirm', 'known', 'reset', 'changed', 'admitted', 'queued', 'refused']

it.each(LOCALES.flatMap((locale) => KINDS.map((kind) => [kind, locale] as const)))(
  'writes %s in %s',
  (kind, locale) => {
    const { subject, text, html } = writeLetter(letter({ kind, locale }))

    expect(subject).not.toMatch(/^mail\./)
    expect(text).toContain('\n\nhttps://formation.example.ma/fr/confirm?token=abc&next=%2Ffr\n\n')
    expect(text).not.toMatch(/\smail\.\w|[{}]/)
    expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`)
  },
)

it('ends an Arabic letter as a Moroccan administration does', () => {
  expect(writeLetter(letter({ locale: 'ar', name: 'فاطمة العلوي' })).text).toContain(
    'وتفضلوا بقبول فائق التقدير والاحترام.',
  )
})

it('lets no name become markup', () => {
  const { html } = writeLetter(letter({ name: `<img src="x" onerror='y'> & co` }))

  expect(html).toContain('&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt; &amp; co')
  expect(html).toContain('token=abc&amp;next')
})

it('tells why a request was refused, without making markup of it, and gives its link no last day', () => {
  const about = {
    institution: 'École',
    course: 'Fondamentaux',
    cohort: 'Promotion A',
    reason: 'Réservée <b>aux</b> attachés',
  }
  const { text, html } = writeLetter(letter({ kind: 'refused', about }))

  expect(text).toContain('Réservée <b>aux</b> attachés')
  expect(html).toContain('Réservée &lt;b&gt;aux&lt;/b&gt; attachés')
  expect(text).not.toContain('24 heures')
})
