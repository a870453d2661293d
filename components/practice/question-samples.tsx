import type { Course } from '@/domain/course/course'
import type { QuestionKey } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import { KINDS, kindOf } from '@/domain/exam/kinds/kinds'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Sample } from '../ui/sample'
import { practiceCiting } from './practice-citing'
import { PracticeQuestion, practicePlace } from './practice-question'

/** Inline questions only: a question of the exam bank would show its key here. */
export function questionSamples(course: Course, locale: Locale, t: Translator): Sample[] {
  const practice = course.lessons.flatMap((lesson) => lesson.practice)
  return Object.keys(KINDS).flatMap((kind) => {
    // One question a state: ids must stay unique on the page.
    const [blank, refused, right, wrong] = practice.filter((question) => question.kind === kind)
    const show = (question: QuestionKey | undefined, answer: Answer | null, invalid = false) =>
      question
        ? [
            <PracticeQuestion
              key={`${question.id} ${String(invalid)}`}
              question={question}
              place={practicePlace(practice, question)}
              answer={answer}
              refused={invalid}
              citing={practiceCiting(course, course.file.lawDate, locale)}
              locale={locale}
              t={t}
              action="#main"
              report="#main"
            />,
          ]
        : []
    const states = [
      ...show(blank, null),
      ...show(refused, null, true),
      ...show(right, right?.correct ?? null),
      ...show(wrong, wrong ? kindOf(wrong).mistake(wrong, ([first]) => first) : null),
    ]
    return states.length > 0 ? [{ name: `Question-${kind}`, states }] : []
  })
}
