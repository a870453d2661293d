import 'server-only'
import { wordsFor } from '@/domain/announcement/announcement'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Permit } from '../auth/permit'
import { findTold } from '../db/announcement/announcements'
import { sql } from '../db/client'

/** An announcement that a learner received, in her language or in the one in which it was written. */
export type MyAnnouncement = {
  id: string
  courseIds: readonly string[]
  cohort: string
  institution: string
  at: Date
  /** She takes part in that cohort, and it is not archived. */
  current: boolean
  subject: string
  text: string
  locale: Locale
}

const MOST = 100
/** How long an announcement is shown on “my learning” and on the pages of its courses. */
const SHOWN_DAYS = 30
const DAY_MS = 86_400_000

/** The newest first. */
export async function myAnnouncements({ target }: Permit<'account:read'>, locale: Locale): Promise<MyAnnouncement[]> {
  const rows = await findTold(sql(), target.accountId, MOST)
  return rows.map(({ texts, cohortLocale, institutionArabic, institutionLatin, ...row }) => {
    const institution = nameIn({ nameArabic: institutionArabic, nameLatin: institutionLatin }, locale)
    return { ...row, institution, ...wordsFor(texts, locale, cohortLocale) }
  })
}

/** The recent announcements of cohorts in which she takes part. @param courseId limits them to cohorts of a course. */
export function recentOf(told: readonly MyAnnouncement[], now: Date, courseId?: string): MyAnnouncement[] {
  const since = now.getTime() - SHOWN_DAYS * DAY_MS
  return told.filter(
    ({ at, current, courseIds }) =>
      current && at.getTime() > since && (courseId === undefined || courseIds.includes(courseId)),
  )
}
