import { memoizePerObject } from '../memoize'
import { rankOf } from '../rank-of'
import type { Course } from './course'

/** How many second forms measure what a cohort remembers. */
export const RETENTION_QUESTIONS = 6

type SecondForms = Pick<Course, 'second'>
type SecondForm = NonNullable<Course['second']>[number]

/**
 * The ids of the second forms of a course that only measure what is remembered: neither reviews nor practice sets ask
 * them, since the answer of a person who was told it does not show what she remembers of the course. They are spread
 * over the objectives, and each objective keeps at least one second form to study with. Empty if the course has fewer
 * than twice as many.
 *
 * They are the same for every cohort. A course names them, so that a new edition chooses no others; for older releases
 * they are computed from the ids.
 */
export const reservedForRetention = memoizePerObject(({ second = [] }: SecondForms): ReadonlySet<string> => {
  const named = second.filter(({ measures }) => measures)
  return named.length > 0 ? new Set(named.map(({ question }) => question.id)) : computed(second)
})

/**
 * The ids of the second forms that two editions of a course use differently: one studies with them, the other measures
 * with them. A person who studied with one edition already knows the answers that the other one measures.
 */
export function formsWithChangedUse(edition: SecondForms, before: SecondForms): string[] {
  const [measures, measured] = [reservedForRetention(edition), reservedForRetention(before)]
  const asked = new Set((before.second ?? []).map(({ question }) => question.id))
  return (edition.second ?? [])
    .map(({ question }) => question.id)
    .filter((id) => asked.has(id) && measures.has(id) !== measured.has(id))
}

function computed(second: readonly SecondForm[]): ReadonlySet<string> {
  if (second.length < 2 * RETENTION_QUESTIONS) return new Set()
  const waiting = objectivesOf(second)
  const reserved: string[] = []
  for (let turn = 0; reserved.length < RETENTION_QUESTIONS; turn++) {
    const given = waiting.flatMap((forms) => forms[turn] ?? [])
    if (given.length === 0) return new Set()
    reserved.push(...given.slice(0, RETENTION_QUESTIONS - reserved.length))
  }
  return new Set(reserved)
}

/** The second forms to study with: all that do not measure what is remembered. */
export function secondFormsToStudy(course: SecondForms): readonly SecondForm[] {
  const reserved = reservedForRetention(course)
  return (course.second ?? []).filter(({ question }) => !reserved.has(question.id))
}

/**
 * The ids that each objective can spare, those with most second forms first. They are ranked by a hash of the id: the
 * place in the file does not matter, and a new question does not reorder the others.
 */
function objectivesOf(second: readonly SecondForm[]): string[][] {
  const questions = second.map(({ question }) => question)
  return [...new Set(questions.map(({ objective }) => objective))]
    .map((objective) => ({ objective, asked: questions.filter((question) => question.objective === objective) }))
    .toSorted((a, b) => b.asked.length - a.asked.length || (a.objective < b.objective ? -1 : 1))
    .map(({ asked }) =>
      asked
        .map(({ id }) => ({ id, rank: rankOf(id) }))
        .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
        .slice(0, -1)
        .map(({ id }) => id),
    )
}
