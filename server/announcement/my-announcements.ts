import 'server-only'
import { wordsFor } from '@/domain/announcement/announcement'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { findTold } from '../db/announcements'
import { sql } from '../db/client'

/** What her school told her, in her language or in the one that was written. */
export type Told = {
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
/** So long an announcement stands on the page of what she learns, and on those of its courses. */
const SHOWN_DAYS = 30
const DAY_MS = 86_400_000

/** The newest first. */
export async function myAnnouncements({ target }: Permit<'account:read'>, locale: Locale): Promise<Told[]> {
  const rows = await findTold(sql(), target.accountId, MOST)
  return rows.map(({ texts, cohortLocale, institutionArabic, institutionLatin, ...row }) => {
    const institution = nameIn({ nameArabic: institutionArabic, nameLatin: institutionLatin }, locale)
    return { ...row, institution, ...wordsFor(texts, locale, cohortLocale) }
  })
}

/** Those of the last weeks, in cohorts in which she takes part. @param courseId only of cohorts of this course. */
export function recentOf(told: readonly Told[], now: Date, courseId?: string): Told[] {
  const since = now.getTime() - SHOWN_DAYS * DAY_MS
  return told.filter(
    ({ at, current, courseIds }) =>
      current && at.getTime() > since && (courseId === undefined || courseIds.includes(courseId)),
  )
}
