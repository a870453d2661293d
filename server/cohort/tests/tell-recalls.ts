import 'server-only'
import { WEEK_DAYS } from '@/domain/letter/letter-budget'
import { isLocale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { dayOf, nextDay, startOfDay } from '@/domain/time/day'
import { currentRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import { findRecallReaders, type RecallReader } from '../../db/cohort/recall-tests'
import { env } from '../../env'
import { type BudgetLetter, storeWithinBudget } from '../../mail/store-letters'
import { wake } from '../../queue/wake'

/** The number of people in a transaction: if the process is killed, little is lost. */
const AT_ONCE = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Writes one letter to each person who is asked to take a recall test, if she wants such letters. A person whose budget
 * is used up is tried again each morning of the first week: sent letters are kept for at least as long, so nobody is
 * written to twice. Later only “my learning” offers the test. @returns the number of letters.
 */
export async function tellRecalls(now: Date): Promise<number> {
  const opened = { openedAfter: startOfDay(nextDay(dayOf(now), -WEEK_DAYS)), now }
  let written = 0
  for (let after = FIRST_ID; ; ) {
    const people = await findRecallReaders(sql(), opened, { after, limit: AT_ONCE })
    written += await writeTo(people, now)
    const last = people.at(-1)
    if (!last || people.length < AT_ONCE) break
    after = last.accountId
  }
  if (written > 0) await wake('mail')
  return written
}

async function writeTo(people: readonly RecallReader[], now: Date): Promise<number> {
  const letters = (await Promise.all(people.map(letterTo))).flat()
  if (letters.length === 0) return 0
  const fates = await db().$transaction((tx) => storeWithinBudget(tx, letters, now))
  return fates.filter(({ fate }) => fate === 'goes').length
}

/** None if the course is no longer offered. */
async function letterTo({ accountId, email, courseId, cohort, closesAt, ...person }: RecallReader) {
  const title = (await currentRelease(courseId))?.course.file.title
  if (!title) return []
  const locale = isLocale(person.locale) ? person.locale : 'ar'
  // The last moment at which it is open, not the first at which it is closed.
  const until = new Date(closesAt.getTime() - 1).toISOString()
  const letter: BudgetLetter['letter'] = {
    kind: 'recall',
    to: email,
    name: nameIn(person, locale),
    locale,
    link: new URL(`/${locale}/learning`, env().publicUrl).href,
    about: { course: title[locale], cohort, until, institution: '' },
  }
  return [{ accountId, letter }]
}
