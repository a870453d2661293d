import type { QuestionKey } from '../question'
import { type CourseCheck, error } from './finding'
import { allQuestions } from './questions'
import { placeIn } from './source'

/** It must be possible to answer every question right, and wrong. */
export const rightAnswer: CourseCheck = (course) =>
  allQuestions(course).flatMap((question) => {
    const fault = question.value && faultOf(question.value)
    return fault ? [error(placeIn(question, 'correct'), `${question.id}: ${fault}`)] : []
  })

function faultOf(key: QuestionKey): string | null {
  if (key.kind === 'matching') {
    const open = key.prompts.filter(({ id }) => !Object.hasOwn(key.correct, id)).map(({ id }) => id)
    return open.length > 0 ? `the key gives no option for ${open.join(', ')}: add it under “correct:”` : null
  }
  if (new Set<string>(key.correct).size < key.correct.length) return 'the key names an option twice: keep one'
  if (key.kind === 'multiple' && key.correct.length >= key.options.length) {
    return 'every option is right: add a wrong one, or nobody can be mistaken'
  }
  if (key.kind === 'ordering' && key.correct.length !== key.options.length) {
    return 'the key must name every step once, from first to last'
  }
  if (key.kind === 'true-false' && new Set(key.options.map(({ id }) => id)).size < 2) {
    return 'the options must be “true” and “false”, once each'
  }
  return null
}
