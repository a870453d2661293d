import type { Locale } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { plainText } from '../../text/markup'
import type { CourseSource, Place, QuestionSource } from './source'

export type ChoiceKey = Extract<QuestionKey, { kind: 'single' | 'multiple' }>

/** Every question of the course, practice first. */
export function allQuestions(course: Pick<CourseSource, 'lessons' | 'bank' | 'second'>): QuestionSource[] {
  return [...firstForms(course), ...course.second]
}

/** The questions that a second form may follow. */
export function firstForms({ lessons, bank }: Pick<CourseSource, 'lessons' | 'bank'>): QuestionSource[] {
  return [...lessons.flatMap((lesson) => lesson.practice), ...bank]
}

/** A set of questions that must not give its answers away, and its name in a finding. */
export type Bank = { name: string; place: Place; questions: readonly QuestionSource[] }

/** The exam bank and the second forms: each is asked without the lesson beside it. */
export function banksOf({ bank, second }: Pick<CourseSource, 'bank' | 'second'>): Bank[] {
  const sets = [
    { name: 'the bank', questions: bank },
    { name: 'the second forms', questions: second },
  ]
  return sets.flatMap(({ name, questions }) =>
    questions[0] ? [{ name, questions, place: { path: questions[0].path, line: 1 } }] : [],
  )
}

/** The questions that could be read. */
export function keysOf(questions: readonly QuestionSource[]): QuestionKey[] {
  return questions.flatMap(({ value }) => value ?? [])
}

export function isChoice(key: QuestionKey): key is ChoiceKey {
  return key.kind === 'single' || key.kind === 'multiple'
}

/** True if no wrong option is longer than the longest right one, as the page shows them. */
export function keyIsLongest(key: ChoiceKey, locale: Locale): boolean {
  const length = (ids: (id: string) => boolean) =>
    Math.max(...key.options.filter(({ id }) => ids(id)).map(({ text }) => plainText(text[locale]).length))
  return length((id) => key.correct.includes(id)) >= length((id) => !key.correct.includes(id))
}
