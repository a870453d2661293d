import { LOCALES } from '../../locale'
import { plainText } from '../../text/markup'
import { type CourseCheck, error } from './finding'
import { allQuestions } from './questions'
import { placeIn, type QuestionSource } from './source'

/** No question may occur twice: a practice question must not come back in the exam. */
export const repeatedQuestion: CourseCheck = (course) => {
  const first = new Map<string, QuestionSource>()
  return allQuestions(course).flatMap((question) => {
    const stems = LOCALES.flatMap((locale) =>
      question.value ? `${locale} ${normal(question.value.stem[locale])}` : [],
    )
    const before = stems.map((stem) => first.get(stem)).find((known) => known !== undefined)
    for (const stem of stems) first.set(stem, question)
    return before
      ? [
          error(
            placeIn(question, 'stem'),
            `asks the same as “${before.id}” (${before.path}:${before.line}): write another question`,
          ),
        ]
      : []
  })
}

function normal(stem: string): string {
  return plainText(stem)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
