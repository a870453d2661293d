import 'server-only'
import type { CohortFacts, Letter, LetterKind, OfferFacts, Reminding, WithdrawalFacts } from '@/domain/account/letter'
import { INACTIVE_DAYS } from '@/domain/cohort/at-risk'
import { directionOf } from '@/domain/locale'
import { formatDate, type Translator, translator } from '@/i18n/translator'
import { escapeHtml } from '../escape-html'

export type WrittenLetter = { subject: string; text: string; html: string }
/** The paragraphs of a letter before its link and after it. */
export type LetterParts = { subject: string; lead: readonly string[]; link: string; rest: readonly string[] }

const NOTICES: readonly LetterKind[] = [
  'changed',
  'admitted',
  'queued',
  'refused',
  'reminder',
  'certificateRevoked',
  'certificateSuperseded',
  'roleOffered',
]

type Facts = Partial<Omit<CohortFacts & WithdrawalFacts, 'institution'> & OfferFacts>

export function letterParts({ kind, name, locale, link, about }: Letter): LetterParts {
  const t = translator(locale)
  const { reminder, until, role, institution, ...named }: Facts = about ?? {}
  const facts = {
    institution: institution ?? t('site.name'),
    course: '',
    cohort: '',
    number: '',
    reason: '',
    role: role ? t(`roles.${role}`) : '',
    date: until ? formatDate(new Date(until), locale) : '',
    ...named,
  }
  // A person on a roster without a name gets a greeting without one.
  const greeting = name ? t('mail.greeting', { name }) : t('mail.greetingPlain')
  // The link of a notice leads to a page; every other link works once.
  const valid = until ? t('mail.validUntil', facts) : t('mail.valid')
  return {
    subject: t(`mail.${kind}.subject`, facts),
    lead: [greeting, t(`mail.${kind}.lead`, facts), ...(reminder ? reminding(reminder, t) : [])],
    link,
    rest: [
      ...(NOTICES.includes(kind) ? [] : [valid]),
      t(`mail.${kind}.otherwise`, facts),
      t('mail.closing'),
      ...(reminder ? [reminder.from] : []),
      t('site.name'),
    ],
  }
}

function reminding({ why, from, note }: Reminding, t: Translator): string[] {
  const word = note === null ? [] : [t('mail.reminder.note', { from }), note]
  return [t(`mail.reminder.waiting.${why}`, { days: INACTIVE_DAYS }), ...word, t('mail.reminder.goOn')]
}

/** Plain text first. The HTML says the same, with a link that can be clicked. */
export function writeLetter(letter: Letter): WrittenLetter {
  const { locale } = letter
  const { subject, lead, link, rest } = letterParts(letter)
  const html = [
    ...lead.map(paragraph),
    `<p dir="ltr"><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`,
    ...rest.map(paragraph),
  ]
  return {
    subject,
    text: `${[...lead, link, ...rest].join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>\n<body>\n${html.join('\n')}\n</body></html>\n`,
  }
}

// A person may have typed this in another language than that of the letter.
function paragraph(text: string): string {
  return `<p dir="auto">${escapeHtml(text)}</p>`
}
