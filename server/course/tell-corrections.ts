import 'server-only'
import type { Letter } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { db, sql, type Tx } from '../db/client'
import { advanceRun, type CorrectedReader, findCorrectedReaders, findOpenRuns, lockRun } from '../db/course/corrections'
import { env } from '../env'
import { type BudgetLetter, storeWithinBudget } from '../mail/store-letters'
import { unnotedOf } from './corrections'

const AT_ONCE = 200

/**
 * Writes to the people who had read a text that a release corrected. One transaction stores the letters of a batch and
 * the position reached: if the process is killed, the next run continues there, and a second process waits for the
 * first.
 * @returns the number of people checked.
 */
export async function tellCorrections(now: Date): Promise<number> {
  let seen = 0
  for (const releaseId of await findOpenRuns(sql())) {
    // Loaded before the transaction, which would otherwise wait for a second connection.
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
  const run = await lockRun(tx, release.id)
  if (!run) return 0
  const readers = await findCorrectedReaders(tx, run, AT_ONCE)
  await storeWithinBudget(
    tx,
    readers.flatMap((reader) => letterTo(reader, release)),
    now,
  )
  await advanceRun(tx, release.id, readers.length < AT_ONCE ? null : (readers.at(-1)?.accountId ?? null), now)
  return readers.length
}

/** Releases up to the newest other correction are not counted: that correction has its own letter. */
function letterTo({ corrections, accountId, email: to, ...person }: CorrectedReader, release: LoadedRelease) {
  const { releases } = corrections
  const last = releases.findLast(({ id, changes }) => changes.correction && id !== release.id)?.number ?? 0
  const told = new Set(releases.filter(({ number }) => number <= last).map(({ id }) => id))
  const count = unnotedOf(corrections).filter(({ releaseId }) => !told.has(releaseId)).length
  if (count === 0) return []
  const locale = person.locale as Locale
  const link = new URL(`/${locale}/courses/${release.courseId}/corrections`, env().publicUrl).href
  const about = { course: release.course.file.title[locale], count }
  const letter: Letter<'corrected'> = { kind: 'corrected', to, name: nameIn(person, locale), locale, link, about }
  return [{ letter, accountId } satisfies BudgetLetter]
}
