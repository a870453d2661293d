import { citedInQuestion } from '../course/citation-uses'
import type { Course } from '../course/course'
import { reservedForRetention, secondFormsToStudy } from '../course/reserved-for-retention'
import type { LawStore } from '../library/library'
import { lookUp } from '../library/library'
import { newestSince } from '../library/outdated-citation'
import { readCitation } from '../library/resolve-citation'
import { memoizePerObject } from '../memoize'
import type { Day } from '../time/day'
import { findSecondForm, type SecondForm } from './second-forms'

/**
 * Why a question is asked no more, whatever she answers. `law-changed`: a provision that it cites has a version that is
 * newer than the course, or than the day on which her reviews began: what she learned is no longer the law.
 * `question-gone`: the newest release does not ask it, or only to measure what is remembered. `course-gone`: the course
 * no longer exists, or she may no longer read it.
 */
export type Retirement =
  | { why: 'law-changed'; since: Day; provisions: readonly string[] }
  | { why: 'question-gone' | 'course-gone' }

const citedBy = memoizePerObject(({ question }: SecondForm): readonly string[] => [
  ...new Set(citedInQuestion(question).map((id) => readCitation(id)?.provision ?? id)),
])

/**
 * @param course the newest release; null if there is none, or if she may not read it.
 * @param store the present library, not the one that the release stores.
 */
export function whyRetired(
  card: { questionId: string; startedOn: Day },
  course: Pick<Course, 'file' | 'second'> | null,
  store: LawStore,
  today: Day,
): Retirement | null {
  if (!course) return { why: 'course-gone' }
  const form = findSecondForm(course, card.questionId)
  if (!form || reservedForRetention(course).has(card.questionId)) return { why: 'question-gone' }
  const newer = changesOf(form, store, today).filter(
    ({ since }) => since > card.startedOn || since > course.file.lawDate,
  )
  const since = newestOf(newer)
  return since === null ? null : { why: 'law-changed', since, provisions: newer.map(({ provision }) => provision) }
}

/**
 * The second forms of a course that are still asked. `since`: only people whose reviews began on this day or later are
 * asked, because the law changed on it; null: everybody is. The result equals `whyRetired`, for many people at once.
 */
export function formsInForce(
  course: Pick<Course, 'file' | 'second'>,
  store: LawStore,
  today: Day,
): { questionId: string; since: Day | null }[] {
  return secondFormsToStudy(course).flatMap((form) => {
    const since = newestOf(changesOf(form, store, today))
    return since !== null && since > course.file.lawDate ? [] : [{ questionId: form.question.id, since }]
  })
}

/** The provisions that the question cites, and since when their newest versions are in force. */
function changesOf(form: SecondForm, { provisions }: LawStore, today: Day): { provision: string; since: Day }[] {
  return citedBy(form).flatMap((id) => {
    const provision = lookUp(provisions, id)
    const since = provision && newestSince(provision)
    return since && since <= today ? [{ provision: id, since }] : []
  })
}

function newestOf(changes: readonly { since: Day }[]): Day | null {
  return (
    changes
      .map(({ since }) => since)
      .toSorted()
      .at(-1) ?? null
  )
}
