import type { QuestionKey } from '../question'
import { type CourseCheck, error } from './finding'
import { allQuestions } from './questions'
import { placeIn } from './source'

/** Finds answer keys that name an option or a prompt that the question does not have. */
export const unknownKey: CourseCheck = (course) =>
  allQuestions(course).flatMap((question) =>
    (question.value ? unknownIds(question.value) : []).map((id) =>
      error(
        placeIn(question, 'correct'),
        `“${id}” under “correct:” is no option or prompt of ${question.id}: correct the id`,
      ),
    ),
  )

function unknownIds(key: QuestionKey): string[] {
  const options = new Set<string>(key.options.map(({ id }) => id))
  if (key.kind !== 'matching') return key.correct.filter((id) => !options.has(id))
  const prompts = new Set(key.prompts.map(({ id }) => id))
  return Object.entries(key.correct).flatMap(([prompt, option]) => [
    ...(prompts.has(prompt) ? [] : [prompt]),
    ...(options.has(option) ? [] : [option]),
  ])
}
