import type { Localized } from '../locale'
import type { Change, ReleaseChanges } from './changes'

/** A release between the one that she began with and the one that she reads. */
export type ChangedRelease = { id: string; number: number; publishedAt: Date; changes: ReleaseChanges }
/** A learner's progress in a lesson. `block`: the number of the block that she read last. */
export type ReadLesson = {
  lessonId: string
  block: number
  openedAt: Date
  completedAt: Date | null
  endReached: boolean
}
/** A correction of a text that the learner had read, and the release in which the text changed. */
export type Announced = { releaseId: string; change: Change }

/**
 * The changes of weight `correction` that a learner is told: those of texts that she had read before the corrected text
 * reached her. A release that is not a correction reaches her together with the next release that is one.
 *
 * @param releases in the order of their numbers.
 */
export function announcedTo(releases: readonly ChangedRelease[], lessons: readonly ReadLesson[]): Announced[] {
  return releases.flatMap((release, place) => {
    const reached = releases.slice(place).find(({ changes }) => changes.correction)
    if (!reached) return []
    return release.changes.items
      .filter((change) => change.weight === 'correction' && hadRead(change, lessons, reached.publishedAt))
      .map((change) => ({ releaseId: release.id, change }))
  })
}

function hadRead(change: Change, lessons: readonly ReadLesson[], reachedAt: Date): boolean {
  const lesson = lessons.find(({ lessonId }) => lessonId === change.lesson)
  if (!lesson || lesson.openedAt >= reachedAt) return false
  if (lesson.endReached || lesson.completedAt !== null) return true
  return change.blockBefore !== null && lesson.block >= change.blockBefore
}

const SENTENCE_END = /(?<=[.؟?!؛])\s+/u

/** The sentences that differ, without the equal ones at the start and at the end. One of the two texts may be empty. */
export function differingSentences(before: string, after: string): { before: string; after: string } {
  const [was, is] = [before.split(SENTENCE_END), after.split(SENTENCE_END)]
  let start = 0
  while (start < was.length && start < is.length && was[start] === is[start]) start++
  let end = 0
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end++
  return { before: was.slice(start, was.length - end).join(' '), after: is.slice(start, is.length - end).join(' ') }
}

/** Whether a change alters the text of a language. A change without stored words counts for all languages. */
export function touches({ before, after }: Pick<Change, 'before' | 'after'>, locale: keyof Localized): boolean {
  return !before || !after || before[locale] !== after[locale]
}
