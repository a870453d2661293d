import 'server-only'
import { type Audience, languageFor } from '@/domain/announcement/announcement'
import { AppError } from '@/domain/errors'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { isUuid, type WithCohort } from '../cohort/cohort-permit'
import {
  type AudienceMember,
  findAnnouncement,
  findAnnouncements,
  findAudience,
  findRecipients,
  type ListedAnnouncement,
} from '../db/announcements'
import { db, sql } from '../db/client'
import type { CohortRow } from '../db/cohorts'
import { type LetterParts, letterParts } from '../mail/letter'
import { fatesNow } from '../mail/store-letters'
import { announcementLetter, wordingOf } from './announcement-letter'
import { peopleOf } from './audience'

export type { ListedAnnouncement }
export const SHOWN_AT_ONCE = 20
/**
 * The letter to the readers of a language, addressed to the first. `textIn`: the language of the announcement's text.
 */
export type LanguagePreview = { locale: Locale; people: number; textIn: Locale; parts: LetterParts }
export type AnnouncementPage = {
  announcement: ListedAnnouncement
  /** By language, before the announcement is sent; empty afterwards. */
  previews: readonly LanguagePreview[]
  /** The numbers of people who would get a letter now, and who would only see it on their page. */
  letters: number
  pageOnly: number
  /** The people whom the author chose by name; empty if the announcement is for a group. */
  named: readonly AudienceMember[]
}

/** The announcements of a cohort. @param page the first is 1. */
export async function listAnnouncements(
  { target }: Permit<'cohort:announce'>,
  page: number,
): Promise<{ announcements: readonly ListedAnnouncement[]; more: boolean }> {
  const window = { from: (page - 1) * SHOWN_AT_ONCE, limit: SHOWN_AT_ONCE + 1 }
  const rows = await findAnnouncements(sql(), target.cohortId, window)
  return { announcements: rows.slice(0, SHOWN_AT_ONCE), more: rows.length > SHOWN_AT_ONCE }
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
  const announcement = await ownAnnouncement(cohort, id)
  const { audience, state } = announcement
  const chosen = audience === 'chosen' ? await findRecipients(db(), id) : []
  const named = chosen.length > 0 ? await findAudience(sql(), cohort.id, chosen) : []
  if (state !== 'draft' && state !== 'scheduled') return { announcement, previews: [], letters: 0, pageOnly: 0, named }
  const people = await peopleOf(sql(), cohort, { audience, named: chosen }, now)
  const fates = await fatesNow(
    sql(),
    people.map(({ accountId }) => accountId),
    'announcement',
    now,
  )
  const letters = people.filter(({ accountId }) => fates.get(accountId)?.fate === 'goes').length
  const previews = await previewsOf(cohort, announcement, people)
  return { announcement, previews, letters, pageOnly: people.length - letters, named }
}

async function previewsOf(
  cohort: CohortRow,
  announcement: ListedAnnouncement,
  people: readonly AudienceMember[],
): Promise<LanguagePreview[]> {
  const wording = await wordingOf(db(), cohort, announcement)
  return LOCALES.flatMap((locale) => {
    const readers = people.filter((person) => person.locale === locale)
    const [first] = readers
    if (!first) return []
    const textIn = languageFor(announcement.texts, locale, cohort.locale)
    return [{ locale, people: readers.length, textIn, parts: letterParts(announcementLetter(first, wording)) }]
  })
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
