import type { Locale } from '../../locale'
import { plainText } from '../markup'
import type { QuestionKey } from '../question'
import type { CourseSource, QuestionSource } from './source'

export type ChoiceKey = Extract<QuestionKey, { kind: 'single' | 'multiple' }>

/** Every question of the course, practice first. */
export function allQuestions(course: Pick<CourseSource, 'lessons' | 'bank'>): QuestionSource[] {
  return [...course.lessons.flatMap((lesson) => lesson.practice), ...course.bank]
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
