import 'server-only'
import { lawDateOf } from '@/domain/certificate/law-update'
import { changesSince } from '@/domain/course/law-changes'
import { questionsOn } from '@/domain/course/law-delta'
import type { Letter } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { type LoadedRelease, loadRelease } from '../../content/releases'
import { findLawHolders, type LawHolder } from '../../db/certificate/law-updates'
import { db, sql, type Tx } from '../../db/client'
import { advanceRun, findOpenRuns, lockRun } from '../../db/course/corrections'
import { env } from '../../env'
import { type BudgetLetter, storeWithinBudget } from '../../mail/store-letters'

const AT_ONCE = 200
const RUNS = 'LawUpdateRun'

/**
 * Writes to the holders of certificates whose law is earlier than that of a new release. The letters of a batch and the
 * position of the run are stored in one transaction, as for corrections. @returns the number of holders examined.
 */
export async function tellLawUpdates(now: Date): Promise<number> {
  let seen = 0
  for (const releaseId of await findOpenRuns(sql(), RUNS)) {
    const release = await loadRelease(releaseId)
    for (;;) {
      const batch = await db().$transaction((tx) => tellBatch(tx, release, now))
      seen += batch
      if (batch < AT_ONCE) break
    }
  }
  return seen
}

async function tellBatch(tx: Tx, release: LoadedRelease, now: Date): Promise<number> {
  const run = await lockRun(tx, release.id, RUNS)
  if (!run) return 0
  const holders = await findLawHolders(tx, run, AT_ONCE)
  const letters = holders.filter((holder) => isOffered(holder, release)).map((holder) => letterTo(holder, release))
  await storeWithinBudget(tx, letters, now)
  const after = holders.length < AT_ONCE ? null : (holders.at(-1)?.accountId ?? null)
  await advanceRun(tx, release.id, after, now, RUNS)
  return holders.length
}

function isOffered({ issuedOf, updatedTo, keepsPlace }: LawHolder, { course }: LoadedRelease): boolean {
  if (course.file.access === 'closed' && !keepsPlace) return false
  const since = lawDateOf(updatedTo === null ? [] : [{ lawDate: updatedTo }], issuedOf)
  return since < course.file.lawDate && questionsOn(course, changesSince(course.lawChanges, since)).length > 0
}

function letterTo({ accountId, email: to, number, ...person }: LawHolder, { course }: LoadedRelease): BudgetLetter {
  const locale = person.locale as Locale
  const link = new URL(`/${locale}/certificates/${number}/law`, env().publicUrl).href
  const about = { course: course.file.title[locale] }
  const letter: Letter<'lawChanged'> = { kind: 'lawChanged', to, name: nameIn(person, locale), locale, link, about }
  return { letter, accountId }
}
