import { rankOf } from '../rank-of'
import type { SecondForm } from './second-forms'

/** The least and the most questions of a course: the more answers were wrong, the more questions. */
export const FEWEST = 12
export const MOST = 16

type Choice = {
  /** The ids of the course's questions that she did not answer fully right. */
  missed: ReadonlySet<string>
  /** Decides the order: different for each person, always the same for one person. */
  seed: string
}

/**
 * The questions that are asked again after a course: first the second forms of what she had wrong, then others up to
 * the least number. Both are spread over objectives and lessons. A course with fewer second forms gives all it has.
 */
export function chooseCards(forms: readonly SecondForm[], { missed, seed }: Choice): SecondForm[] {
  const order = new Map(forms.map((form) => [form, rankOf(`${seed} ${form.question.id}`)]))
  const drawn = forms.toSorted(
    (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || (a.question.id < b.question.id ? -1 : 1),
  )
  const wrong = drawn.filter(({ after }) => missed.has(after))
  const chosen = spread(wrong, [], MOST)
  const others = drawn.filter((form) => !chosen.includes(form) && !missed.has(form.after))
  return chosen.length >= FEWEST ? chosen : spread(others, chosen, FEWEST)
}

/** Adds candidates up to `count`, each time the first one of those whose objective and lesson are asked the least. */
function spread(candidates: readonly SecondForm[], chosen: readonly SecondForm[], count: number): SecondForm[] {
  const all = [...chosen]
  const left = [...candidates]
  while (all.length < count && left.length > 0) {
    const weights = left.map(
      (form) => 100 * all.filter(sharesObjective(form)).length + all.filter(sharesLesson(form)).length,
    )
    const [next] = left.splice(weights.indexOf(Math.min(...weights)), 1)
    if (next) all.push(next)
  }
  return all
}

const sharesObjective = (form: SecondForm) => (other: SecondForm) =>
  other.question.objective === form.question.objective
const sharesLesson = (form: SecondForm) => (other: SecondForm) => lessonOf(other) === lessonOf(form)
const lessonOf = ({ question }: SecondForm) => question.reread.replace(/#.*/, '')
