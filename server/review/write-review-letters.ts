import 'server-only'
import type { Letter } from '@/domain/letter/letter'
import { weekBegins } from '@/domain/letter/letter-budget'
import { isLocale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { MOST_A_DAY } from '@/domain/review/due-days'
import { formsInForce } from '@/domain/review/why-retired'
import { type Day, dayOf, nextDay } from '@/domain/time/day'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { db, sql } from '../db/client'
import { type FormInForce, findLetterPeople, type LetterPerson } from '../db/review/review-letters'
import { storeWithinBudget } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { reviewLink } from './review-link'

/** The number of people in one transaction: few, so that it ends soon and a killed process loses little. */
const AT_ONCE = 500
/** After this number of days without an answer, the letters end. The questions stay due. */
const SILENT_DAYS = 56
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Writes the letters of review to the people who want them, have a question that is due, and got no such letter for a
 * week. It runs every morning, so that a letter is sent when questions are due; the budget admits one a week.
 *
 * It processes the people in batches, one transaction each. People who got a letter are left out, so that after a crash
 * the next run writes the rest. The budget locks the accounts, so that two simultaneous runs write one letter.
 *
 * @returns the number of letters.
 */
export async function writeReviewLetters(now: Date): Promise<number> {
  const releases = await currentReleases()
  const today = dayOf(now)
  const forms = releases.flatMap((release) => formsOf(release, today))
  const page = {
    limit: AT_ONCE,
    today,
    since: weekBegins(now),
    notBefore: nextDay(today, -SILENT_DAYS),
  }
  let written = 0
  for (let after = FIRST_ID; ; ) {
    const people = await findLetterPeople(sql(), forms, { ...page, after })
    written += await writeTo(people, releases, now)
    const last = people.at(-1)
    if (!last || people.length < AT_ONCE) break
    after = last.accountId
  }
  if (written > 0) await wake('mail')
  return written
}

function formsOf({ courseId, course }: LoadedRelease, today: Day): FormInForce[] {
  const closed = course.file.access === 'closed'
  return formsInForce(course, library(), today).map((form) => ({ courseId, closed, ...form }))
}

async function writeTo(
  people: readonly LetterPerson[],
  releases: readonly LoadedRelease[],
  now: Date,
): Promise<number> {
  const letters = await Promise.all(people.map((person) => letterTo(person, releases)))
  const written = letters.filter((letter) => letter !== null)
  if (written.length === 0) return 0
  const fates = await db().$transaction((tx) => storeWithinBudget(tx, written, now))
  return fates.filter(({ fate }) => fate === 'goes').length
}

/** Null for a person without a question that is due. */
async function letterTo(
  { accountId, email, due, cardId, turn, courseId, ...person }: LetterPerson,
  releases: readonly LoadedRelease[],
): Promise<{ letter: Letter<'review'>; accountId: string } | null> {
  const release = releases.find((each) => each.courseId === courseId)
  if (cardId === null || turn === null || !release) return null
  const locale = isLocale(person.locale) ? person.locale : 'ar'
  const about = { course: release.course.file.title[locale], count: Math.min(due, MOST_A_DAY) }
  const link = await reviewLink({ cardId, turn }, locale)
  return { accountId, letter: { kind: 'review', to: email, name: nameIn(person, locale), locale, link, about } }
}
