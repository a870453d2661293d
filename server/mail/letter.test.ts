import { expect, it } from 'vitest'
import { REMINDER_REASONS } from '@/domain/cohort/reminding'
import { ERROR_OUTCOMES } from '@/domain/error-report/error-report'
import type { Letter, LetterKind, Reminding } from '@/domain/letter/letter'
import { LOCALES } from '@/domain/locale'
import { formatDate, formatLooseDate, translator } from '@/i18n/translator'
import { writeLetter } from './letter'

const letter = (overrides: Partial<Letter> = {}): Letter => ({
  kind: 'confirm',
  to: 'fatima@example.ma',
  name: 'Fatima Alaoui',
  locale: 'fr',
  link: 'https://formation.example.ma/fr/confirm?token=abc&next=%2Ffr',
  ...overrides,
})
const KINDS: LetterKind[] = [
  'confirm',
  'known',
  'reset',
  'mergeConfirm',
  'changed',
  'admitted',
  'queued',
  'refused',
  'courseAdded',
  'recall',
  'certificateRevoked',
  'seminarAttestation',
  'certificateSuperseded',
  'digest',
  'review',
  'ownReminder',
  'tryAgain',
  'threadAnswered',
  'schoolAccountLinked',
  'schoolAccountUnlinked',
  'merged',
  'mergedInto',
  'announcementTest',
  'workDigest',
  'proposalAwaits',
  'mailFailing',
  'mentioned',
  'wordingRejected',
]

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

it('ends an Arabic letter with the formula of Moroccan administrations', () => {
  expect(writeLetter(letter({ locale: 'ar', name: 'فاطمة العلوي' })).text).toContain(
    'وتفضلوا بقبول فائق التقدير والاحترام.',
  )
})

const COHORT = { institution: 'École de magistrature', course: 'Les fondamentaux', cohort: 'Promotion 2026' }
const reminder = (overrides: Partial<Reminding> = {}) => ({
  ...COHORT,
  reminder: { why: 'late' as const, from: 'Houda Mrabet', note: null, ...overrides },
})

it.each(LOCALES.flatMap((locale) => REMINDER_REASONS.map((why) => [why, locale] as const)))(
  'reminds a learner who is %s, in %s, and names the sender',
  (why, locale) => {
    const { subject, text } = writeLetter(letter({ kind: 'reminder', locale, about: reminder({ why }) }))

    expect(subject).toContain(COHORT.course)
    expect(subject).not.toMatch(/Fatima|Promotion/)
    for (const fact of [...Object.values(COHORT), '\n\nHouda Mrabet\n\n']) expect(text).toContain(fact)
    expect(text).not.toMatch(/\smail\.\w|[{}]/)
    expect(text.split('\n\n')).toHaveLength(9)
  },
)

it('says a word of the sender’s own as it was written, and lets it not become markup', () => {
  const note = 'كلمة <script>alert(1)</script>'
  const { text, html } = writeLetter(letter({ kind: 'reminder', about: reminder({ note }) }))

  expect(text).toContain(`\n\n${note}\n\n`)
  expect(html).toContain('<p dir="auto">كلمة &lt;script&gt;alert(1)&lt;/script&gt;</p>')
})

it.each(['certificateRevoked', 'certificateSuperseded'] as const)('gives the holder all the facts of %s', (kind) => {
  const about = { institution: 'École', course: 'Fondamentaux', number: '7F3K-9MPQ-2WXY-N', reason: 'Fraude' }
  for (const locale of LOCALES) {
    const { text } = writeLetter(letter({ kind, locale, about }))

    for (const fact of Object.values(about)) expect(text).toContain(fact)
    // The letter names the institution twice, the second time as the one to which the holder may object.
    expect(text.split('École')).toHaveLength(3)
    expect(text).not.toContain('24')
  }
})

it('escapes names in HTML', () => {
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

it.each(LOCALES)(
  'gathers reminders in one letter, each with its day and its own link, and says how to stop them (%s)',
  (locale) => {
    const item = {
      subject: 'Rappel <b>',
      texts: ['Il vous reste <i>l’examen</i>.'],
      link: 'https://example.ma/fr/courses/x',
    }
    const about = { gathered: [{ ...item, on: '2026-11-25T10:00:00Z' }] }
    const page = 'https://example.ma/fr/letters/stop?token=a_b'
    const { text, html } = writeLetter(letter({ kind: 'digest', locale, about }), { letterClass: 'reminder', page })

    expect(text).toContain('Rappel <b> (25 ')
    expect(text).toContain(`\n\nIl vous reste <i>l’examen</i>.\n\n${item.link}\n\n`)
    expect(text.endsWith(`\n\n${page}\n`)).toBe(true)
    expect(html).toContain('<p dir="auto">Il vous reste &lt;i&gt;l’examen&lt;/i&gt;.</p>')
    expect(html).toContain(`<a href="${item.link}">`)
    expect(html).toContain(`<a href="${page}">`)
  },
)

it.each(LOCALES.flatMap((locale) => ERROR_OUTCOMES.map((outcome) => [outcome, locale] as const)))(
  'answers the report of an error with %s, in %s, in the words of the staff',
  (outcome, locale) => {
    const about = {
      place: 'Les fondamentaux · L’infraction',
      answered: { outcome, answer: 'La <b>date</b> a changé.' },
    }
    const { text, html } = writeLetter(letter({ kind: 'errorAnswered', locale, about }))

    expect(text).toContain(about.place)
    expect(text).toContain(
      `\n\n${translator(locale)(`mail.errorAnswered.outcomes.${outcome}`)}\n\nLa <b>date</b> a changé.\n\n`,
    )
    expect(html).toContain('La &lt;b&gt;date&lt;/b&gt; a changé.')
    expect(text).not.toMatch(/\smail\.\w|[{}]|24/)
  },
)

it.each(LOCALES)('says in %s how many questions wait, and how long the first takes', (locale) => {
  const about = { course: 'Fondamentaux', count: 2 }
  const { subject, text } = writeLetter(letter({ kind: 'review', locale, about }))

  expect(subject).toContain('Fondamentaux')
  expect(text).toContain({ ar: 'سؤالان', fr: '2 questions', en: '2 questions' }[locale])
  expect(text).toContain({ ar: 'دقيقة', fr: 'une minute', en: 'a minute' }[locale])
})

it('writes an announcement with its own subject and words, and lets nothing in them be HTML', () => {
  const text = '**Jeudi**, <script>alert(1)</script> [ici](https://example.ma/?a=1&b="2")\n\n- un'
  const announcement = { id: '1', subject: 'Séminaire', text, from: 'Houda Mrabet, École', wordsIn: 'fr' as const }
  const about = { cohort: 'Promotion 2026', institution: 'École', announcement }
  const written = writeLetter(letter({ kind: 'announcement', locale: 'en', about }))

  expect(written.subject).toBe('Séminaire')
  expect(written.text).toContain('\n\nJeudi, <script>alert(1)</script> ')
  expect(written.text).toContain('\n\n- un\n\n')
  expect(written.html).toContain('<div lang="fr" dir="ltr">')
  expect(written.html).toContain('<strong>Jeudi</strong>, &lt;script&gt;alert(1)&lt;/script&gt;')
  expect(written.html).toContain('<ul><li>un</li></ul>')
  expect(written.html).not.toContain('<script')
})

const NEWS = ['requests', 'threads', 'imports', 'cosignatures'] as const
it.each(LOCALES)('counts what is new, by cohort, in %s', (locale) => {
  const news = NEWS.flatMap((kind) => [1, 2, 5, 11, 100].map((count) => ({ kind, count, cohort: 'Promotion <b>' })))

  const { text, html } = writeLetter(letter({ kind: 'workDigest', locale, about: { work: { news } } }))

  expect(text.match(/Promotion <b>/g)).toHaveLength(news.length)
  for (const count of [5, 11, 100]) expect(text.match(new RegExp(`\\b${count} `, 'g'))).toHaveLength(NEWS.length)
  expect(html).not.toContain('<b>')
})

it.each(LOCALES)('tells a guest until when her name is kept on her attestation (%s)', (locale) => {
  const about = { institution: 'École', course: 'Séminaire', number: '7F3K', until: '2027-12-03T15:00:00Z' }
  const { text } = writeLetter(letter({ kind: 'seminarAttestation', locale, about }))

  expect(text).toContain(formatDate(new Date(about.until), locale))
})

const INVITED = {
  startsOn: '2026-12-07',
  endsOn: '2027-02-26',
  hours: 4.5,
  helpEmail: 'aide@ism.ma',
  helpPhone: '0537 00 00 00',
}

it.each(LOCALES)('says in an invitation its days, its hours and whom to ask, in %s', (locale) => {
  const t = translator(locale)
  const about = { institution: 'ISM', course: 'Fondamentaux', cohort: 'Promotion 2026', until: '2026-12-24T10:00:00Z' }
  const { text } = writeLetter(letter({ kind: 'invitation', locale, about: { ...about, invited: INVITED } }))

  expect(text).toContain(formatLooseDate('2026-12-07', locale))
  expect(text).toContain(formatLooseDate('2027-02-26', locale))
  expect(text).toMatch(/4[,.]5/)
  expect(text).toContain('\u2066aide@ism.ma\u2069')
  expect(text).toContain('\u20660537 00 00 00\u2069')
  expect(text).not.toMatch(/[{}]|توصلتم/)
  // The link stands right after the sentence that asks to open it.
  expect(text).toContain(`${t('mail.invitation.open')}\n\nhttps://`)
})

it('writes an invitation that was stored without these facts, and one whose institution has no contact', () => {
  const about = { institution: 'ISM', course: 'Fondamentaux', cohort: 'Promotion 2026', until: '2026-12-24T10:00:00Z' }
  const older = writeLetter(letter({ kind: 'invitation', about })).text
  expect(older).toContain(translator('fr')('mail.invitation.open'))
  expect(older).not.toMatch(/undefined|null|[{}]/)

  const silent = { ...INVITED, helpEmail: null, helpPhone: null }
  expect(writeLetter(letter({ kind: 'invitation', about: { ...about, invited: silent } })).text).not.toMatch(
    /null|Une question/,
  )
})
