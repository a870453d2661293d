import { SITUATIONS } from '../cohort/at-risk'
import { LOCALES, type Locale } from '../locale'

/** Whom an announcement is for: all who take part, those in a situation, or people who are named one by one. */
export const GROUPS = ['everybody', ...SITUATIONS] as const
export type Group = (typeof GROUPS)[number]
export const AUDIENCES = [...GROUPS, 'chosen'] as const
export type Audience = (typeof AUDIENCES)[number]

export const ANNOUNCEMENT_STATES = ['draft', 'scheduled', 'leaving', 'sent', 'withdrawn', 'unsent'] as const
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number]

/** The state as a reader sees it: an announcement that is due leaves, though the job may not have begun to send it. */
export function stateAt(
  { state, dueAt }: { state: AnnouncementState; dueAt: Date | null },
  now: Date,
): AnnouncementState {
  return state === 'scheduled' && dueAt !== null && dueAt <= now ? 'leaving' : state
}

/** What a person gets: a letter and the page, the page alone, or nothing because she no longer takes part. */
export type Fate = 'letter' | 'page' | 'left'

export type Words = { subject: string; text: string }
/** Written in one language at least. */
export type Texts = Partial<Record<Locale, Words>>

/** Before it is sent it can be changed and deleted; afterwards it can only be withdrawn. */
export function isChangeable(state: AnnouncementState): state is 'draft' | 'scheduled' {
  return state === 'draft' || state === 'scheduled'
}

export function isWithdrawable(state: AnnouncementState): boolean {
  return state === 'leaving' || state === 'sent'
}

/** The language in which a person reads it: hers, or else that of the cohort, or else the first that was written. */
export function languageFor(texts: Texts, own: Locale, ofCohort: Locale): Locale {
  return [own, ofCohort, ...LOCALES].find((locale) => texts[locale] !== undefined) ?? own
}

/** The words in that language. */
export function wordsFor(texts: Texts, own: Locale, ofCohort: Locale): Words & { locale: Locale } {
  const locale = languageFor(texts, own, ofCohort)
  return { ...(texts[locale] ?? { subject: '', text: '' }), locale }
}

/** Whether both have the same words in the same languages. */
export function sameTexts(one: Texts, other: Texts): boolean {
  return LOCALES.every((locale) => {
    const [hers, theirs] = [one[locale], other[locale]]
    return hers?.subject === theirs?.subject && hers?.text === theirs?.text
  })
}
