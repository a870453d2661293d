import 'server-only'
import { type Audience, languageFor, stateAt } from '@/domain/announcement/announcement'
import { AppError } from '@/domain/errors'
import { LOCALES, type Locale } from '@/domain/locale'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import type { WithCohort } from '../cohort/cohort-permit'
import {
  type AudienceMember,
  findAnnouncement,
  findAnnouncements,
  findAudience,
  findRecipients,
  type ListedAnnouncement,
} from '../db/announcement/announcements'
import { db, sql } from '../db/client'
import { countByStatus } from '../db/cohort/cohort-progress'
import type { CohortRow } from '../db/cohort/cohorts'
import { type LetterParts, letterParts } from '../mail/letter'
import { fatesNow } from '../mail/store-letters'
import { announcementLetter, wordingOf } from './announcement-letter'
import { peopleOf } from './audience'

export type { ListedAnnouncement }
export const SHOWN_AT_ONCE = 20
/**
 * The letter to the readers of a language, addressed to the first; `people` is 0 if there are words and no reader. `textIn`: the language of the announcement's text.
 */
export type LanguagePreview = { locale: Locale; people: number; textIn: Locale; parts: LetterParts }
export type AnnouncementPage = {
  announcement: ListedAnnouncement
  /** By language, before the announcement is sent; empty afterwards. */
  previews: readonly LanguagePreview[]
  /** The numbers of people who would get a letter now, and who would only see it on their page. */
  letters: number
  pageOnly: number
  /** The number of people who are invited and have not answered: they get nothing. */
  invited: number
  /** The people whom the author chose by name; empty if the announcement is for a group. */
  named: readonly AudienceMember[]
}

/** The announcements of a cohort. @param page the first is 1. */
export async function listAnnouncements(
  { target }: Permit<'cohort:announce'>,
  page: number,
  now: Date,
): Promise<{ announcements: readonly ListedAnnouncement[]; more: boolean }> {
  const window = { from: (page - 1) * SHOWN_AT_ONCE, limit: SHOWN_AT_ONCE + 1 }
  const rows = await findAnnouncements(sql(), target.cohortId, window)
  const shown = rows.slice(0, SHOWN_AT_ONCE).map((row) => ({ ...row, state: stateAt(row, now) }))
  return { announcements: shown, more: rows.length > SHOWN_AT_ONCE }
}

/** @throws {AppError} not-found, also for an announcement of another cohort */
export async function ownAnnouncement(cohort: CohortRow, id: string): Promise<ListedAnnouncement> {
  const found = isUuid(id) ? await findAnnouncement(sql(), cohort.id, id) : null
  if (!found) throw new AppError('not-found', 'announcement')
  return found
}

/** An announcement as it would be sent now, or as it was sent. @throws {AppError} not-found */
export async function openAnnouncement(
  { cohort }: WithCohort<'cohort:announce'>,
  id: string,
  now: Date,
): Promise<AnnouncementPage> {
  const stored = await ownAnnouncement(cohort, id)
  const announcement = { ...stored, state: stateAt(stored, now) }
  const { audience, state } = announcement
  const chosen = audience === 'chosen' ? await findRecipients(db(), id) : []
  const named = chosen.length > 0 ? await findAudience(sql(), cohort.id, chosen) : []
  if (state !== 'draft' && state !== 'scheduled')
    return { announcement, previews: [], letters: 0, pageOnly: 0, invited: 0, named }
  const people = await peopleOf(sql(), cohort, { audience, named: chosen }, now)
  const fates = await fatesNow(
    sql(),
    people.map(({ accountId }) => accountId),
    'announcement',
    now,
  )
  const letters = people.filter(({ accountId }) => fates.get(accountId)?.fate === 'goes').length
  const previews = await previewsOf(cohort, announcement, people)
  const invited = audience === 'everybody' ? await countInvited(cohort) : 0
  return { announcement, previews, letters, pageOnly: people.length - letters, invited, named }
}

async function previewsOf(
  cohort: CohortRow,
  announcement: ListedAnnouncement,
  people: readonly AudienceMember[],
): Promise<LanguagePreview[]> {
  const wording = await wordingOf(db(), cohort, announcement)
  return LOCALES.flatMap((locale) => {
    const readers = people.filter((person) => person.locale === locale)
    // Words that nobody reads yet are shown too: they are sent to whoever joins in that language until then.
    const first = readers[0] ?? (announcement.texts[locale] && people[0] && { ...people[0], locale })
    if (!first) return []
    const textIn = languageFor(announcement.texts, locale, cohort.locale)
    return [{ locale, people: readers.length, textIn, parts: letterParts(announcementLetter(first, wording)) }]
  })
}

/** The number of people who have not answered their invitation. They take no part yet, and get no announcement. */
export async function countInvited(cohort: CohortRow): Promise<number> {
  return (await countByStatus(sql(), cohort.id)).invited ?? 0
}

/**
 * The people of the cohort whom the query string of the form names. @throws {AppError} not-found if it names nobody
 * here
 */
export async function namedPeople(cohort: CohortRow, memberIds: readonly string[]): Promise<AudienceMember[]> {
  if (memberIds.length === 0) return []
  const people = await findAudience(sql(), cohort.id, memberIds)
  if (people.length === 0) throw new AppError('not-found', 'member')
  return people
}

/** The people whom the author of a draft chose by name: when the draft is changed, they stay. Empty for a group. */
export async function peopleOfDraft({ id, audience }: { id: string; audience: Audience }, cohort: CohortRow) {
  return audience === 'chosen' ? findAudience(sql(), cohort.id, await findRecipients(db(), id)) : []
}
