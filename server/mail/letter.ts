import 'server-only'
import { type Block, plainBlocks, readMarkup } from '@/domain/announcement/markup'
import { INACTIVE_DAYS } from '@/domain/cohort/at-risk'
import type {
  AnnouncementFacts,
  CohortFacts,
  DigestFacts,
  ErrorFacts,
  GatheredLetter,
  Invited,
  Letter,
  LetterKind,
  OfferFacts,
  RegradeFacts,
  Reminding,
  ReviewFacts,
  SeminarFacts,
  SeminarPlaceFacts,
  SupportFacts,
  SurveyFacts,
  WithdrawalFacts,
  WorkFacts,
} from '@/domain/letter/letter'
import type { StopClass } from '@/domain/letter/letter-budget'
import { directionOf, type Locale } from '@/domain/locale'
import { movedTo } from '@/domain/seminar/change'
import { formatDate, formatLooseDate, type Translator, translator } from '@/i18n/translator'
import { spanOf, whenOf } from '@/i18n/when'
import { type CalendarFile, seminarFile } from '../calendar-file/seminar-file'
import { escapeHtml } from '../escape-html'
import { markupHtml } from './markup-html'

/** `calendar`: the file for her calendar that goes with it. */
export type WrittenLetter = { subject: string; text: string; html: string; calendar: CalendarFile | null }
/**
 * The paragraphs of a letter before its link and after it. `words`: the text of an announcement, after the lead, in its
 * own language. `gathered`: the letters in a digest, before its link.
 */
export type LetterParts = {
  subject: string
  lead: readonly string[]
  words: { blocks: readonly Block[]; locale: Locale } | null
  gathered: readonly GatheredPart[]
  link: string
  rest: readonly string[]
}
type GatheredPart = { texts: readonly string[]; link: string }

const NOTICES: readonly LetterKind[] = [
  'changed',
  'admitted',
  'queued',
  'refused',
  'courseAdded',
  'reminder',
  'certificateRevoked',
  'certificateSuperseded',
  'roleOffered',
  'staffInvited',
  'recall',
  'errorAnswered',
  'digest',
  'review',
  'corrected',
  'lawChanged',
  'regraded',
  'ownReminder',
  'tryAgain',
  'supportActed',
  'schoolAccountLinked',
  'schoolAccountUnlinked',
  'merged',
  'mergedInto',
  'announcement',
  'announcementTest',
  'threadAnswered',
  'surveyOpen',
  'surveyReminder',
  'surveyGuest',
  'seminarRegistered',
  'seminarPlace',
  'seminarNomination',
  'seminarReminder',
  'seminarGuestReminder',
  'seminarAttestation',
  'workDigest',
  'proposalAwaits',
  'mailFailing',
  'mentioned',
  'wordingRejected',
  'seminarChanged',
  'seminarCancelled',
]

type Facts = Partial<
  Omit<CohortFacts & WithdrawalFacts & AnnouncementFacts, 'institution'> &
    OfferFacts &
    ErrorFacts &
    DigestFacts &
    ReviewFacts &
    SupportFacts &
    RegradeFacts &
    Omit<SurveyFacts, 'institution'> &
    Pick<SeminarPlaceFacts, 'answerBy' | 'calendar'> &
    Omit<SeminarFacts, 'institution'> &
    WorkFacts
>

export function letterParts({ kind, name, locale, link, about }: Letter): LetterParts {
  const t = translator(locale)
  const {
    reminder,
    gathered = [],
    until,
    role,
    institution,
    answered,
    announcement,
    deed,
    why = null,
    work,
    seminar,
    changed,
    regraded,
    calendar: _,
    invited,
    ...named
  }: Facts = about ?? {}
  const facts = {
    institution: institution ?? t('site.name'),
    course: '',
    cohort: '',
    number: '',
    reason: '',
    place: '',
    survey: '',
    answerBy: '',
    count: work?.failing ?? 0,
    words: announcement?.subject ?? '',
    role: role ? t(`roles.${role}`) : '',
    date: until ? formatDate(new Date(until), locale) : '',
    seminar: seminar?.title ?? '',
    when: seminar ? seminarWhen(seminar, locale, t) : '',
    ...named,
  }
  // A person on a roster without a name gets a greeting without one.
  const greeting = name ? t('mail.greeting', { name }) : t('mail.greetingPlain')
  // The link of a notice leads to a page; every other link works once.
  const valid = until ? t('mail.validUntil', facts) : t('mail.valid')
  // The link of a guest asks for a place once, and opens it afterwards.
  const confirms = kind === 'seminarConfirm' ? t('mail.seminarConfirm.valid', facts) : valid
  return {
    // The subject of a test says that it is one, so that nobody mistakes it for the announcement.
    subject: kind === 'announcement' && announcement ? announcement.subject : t(subjectOf(kind, about), facts),
    lead: [
      greeting,
      t(`mail.${kind}.lead`, facts),
      ...(reminder ? reminding(reminder, t) : []),
      ...(kind === 'invitation' ? inviting(invited, locale, t) : []),
      ...(answered ? answering(answered, t) : []),
      ...(regraded ? [t(`mail.regraded.outcomes.${regraded}`), t('mail.regraded.page')] : []),
      ...(deed ? [t(`mail.supportActed.deeds.${deed}`, facts)] : []),
      ...(why === null ? [] : [t('mail.supportActed.why'), why]),
      ...(seminar && changed ? changesOf(seminar, changed, locale, t) : []),
      ...(work?.news ?? []).map(({ kind, count, cohort }) => t(`mail.workDigest.${kind}`, { count, cohort })),
    ],
    words: announcement ? { blocks: readMarkup(announcement.text), locale: announcement.wordsIn } : null,
    gathered: gathered.map((letter) => gatheredPart(letter, locale, t)),
    link,
    rest: [
      ...(NOTICES.includes(kind) ? [] : [confirms]),
      ...(invited ? asking(invited, facts.institution, t) : []),
      t(`mail.${kind}.otherwise`, facts),
      t('mail.closing'),
      ...(reminder ? [reminder.from] : []),
      ...(announcement ? [announcement.from] : []),
      t('site.name'),
    ],
  }
}

/** A moved seminar says so in the subject: later or earlier. */
function subjectOf(kind: LetterKind, about: Letter['about']) {
  const { seminar, changed }: Partial<SeminarFacts> = about && 'seminar' in about ? about : {}
  const moved = seminar && changed ? movedTo(new Date(changed.startsAt), new Date(seminar.startsAt)) : null
  return moved === null ? (`mail.${kind}.subject` as const) : (`mail.seminarChanged.moved.${moved}` as const)
}

type Changed = NonNullable<SeminarFacts['changed']>

function changesOf(is: SeminarFacts['seminar'], was: Changed, locale: Locale, t: Translator): string[] {
  const values = {
    when: { before: spanText(was, locale, t), after: spanText(is, locale, t) },
    place: { before: was.place ?? t('seminar.online'), after: is.place ?? t('seminar.online') },
    agenda: {},
    access: {},
    link: {},
  } as const
  return was.parts.map((part) => t(`mail.seminarChanged.parts.${part}`, values[part]))
}

/** The days and hours: also the hours of several days, since only they may have changed. */
function spanText({ startsAt, endsAt }: Omit<Changed, 'parts'>, locale: Locale, t: Translator): string {
  return spanOf({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, locale, t)
}

function seminarWhen({ startsAt, endsAt, place }: SeminarFacts['seminar'], locale: Locale, t: Translator): string {
  const when = whenOf({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, locale, t)
  return place === null ? when : `${when} · ${place}`
}

function gatheredPart({ subject, texts, link, on }: GatheredLetter, locale: Locale, t: Translator): GatheredPart {
  const heading = t('mail.digest.item', { subject, date: formatDate(new Date(on), locale) })
  return { texts: [heading, ...texts], link }
}

function inviting(invited: Invited | undefined, locale: Locale, t: Translator): string[] {
  const facts = invited && {
    start: formatLooseDate(invited.startsOn, locale),
    end: formatLooseDate(invited.endsOn, locale),
    hours: invited.hours,
  }
  return [...(facts ? [t('mail.invitation.facts', facts)] : []), t('mail.invitation.open')]
}

/** Whom to ask at the institution. A number within Arabic text would be displayed in the wrong order. */
function asking({ helpEmail, helpPhone }: Invited, institution: string, t: Translator): string[] {
  const ways = [helpEmail, helpPhone].filter((way) => way !== null).map((way) => `\u2066${way}\u2069`)
  return ways.length === 0 ? [] : [t('mail.invitation.help', { institution, contact: ways.join(' · ') })]
}

function reminding({ why, from, note }: Reminding, t: Translator): string[] {
  const word = note === null ? [] : [t('mail.reminder.note', { from }), note]
  return [t(`mail.reminder.waiting.${why}`, { days: INACTIVE_DAYS }), ...word, t('mail.reminder.goOn')]
}

function answering({ outcome, answer }: ErrorFacts['answered'], t: Translator): string[] {
  return [t(`mail.errorAnswered.outcomes.${outcome}`), answer, t('mail.errorAnswered.page')]
}

/**
 * Plain text first. The HTML says the same, with links that can be clicked.
 *
 * @param stop for a letter that can be stopped: its class, and the page that stops such letters.
 */
export function writeLetter(letter: Letter, stop?: { letterClass: StopClass; page: string }): WrittenLetter {
  const { locale } = letter
  const { subject, lead, words, gathered, link, rest } = letterParts(letter)
  const items = gathered.flatMap(({ texts, link: itsLink }) => [...texts, { link: itsLink }])
  const stopping = stop ? [translator(locale)(`mail.stop.${stop.letterClass}`), { link: stop.page }] : []
  const paragraphs = [...lead, ...(words ? [words] : []), ...items, { link }, ...rest, ...stopping]
  return {
    subject,
    calendar: calendarFile(letter),
    text: `${paragraphs.flatMap(textOf).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>\n<body>\n${paragraphs.map(htmlOf).join('\n')}\n</body></html>\n`,
  }
}

function calendarFile({ about, locale }: Letter): CalendarFile | null {
  const seminar = about && 'calendar' in about ? about.calendar : undefined
  return seminar ? seminarFile(seminar, locale) : null
}

type Part = string | { link: string } | NonNullable<LetterParts['words']>

function textOf(part: Part): string[] {
  if (typeof part === 'string') return [part]
  return 'link' in part ? [part.link] : plainBlocks(part.blocks)
}

function htmlOf(part: Part): string {
  if (typeof part === 'string') return paragraph(part)
  return 'link' in part ? linkParagraph(part.link) : markupHtml(part.blocks, part.locale)
}

function linkParagraph(link: string): string {
  return `<p dir="ltr"><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`
}

// A person may have typed this in another language than that of the letter.
function paragraph(text: string): string {
  return `<p dir="auto">${escapeHtml(text)}</p>`
}
