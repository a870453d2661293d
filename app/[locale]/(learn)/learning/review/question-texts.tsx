import { practiceCiting } from '@/components/practice/practice-citing'
import { href } from '@/components/shell/paths'
import { citedInQuestion } from '@/domain/course/citation-uses'
import { lessonPath } from '@/domain/course/lesson-path'
import { sectionTitle } from '@/domain/course/section-title'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import { certaintySchema } from '@/domain/question/answer'
import { answerFromFields } from '@/domain/question/answer-form'
import { FORMS } from '@/domain/question/kinds/forms'
import type { QuestionKey } from '@/domain/question/question'
import { readAnswer } from '@/domain/question/read-answer'
import type { AskedForm } from '@/domain/review/read-asked-form'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import type { LoadedRelease } from '@/server/content/releases'

/**
 * The parts of the feedback on a question: the law it cites, the changes of that law since, and the passage to read.
 */
export function feedbackOn(question: QuestionKey, { courseId, course }: LoadedRelease, locale: Locale) {
  const { lawDate } = course.file
  return {
    citing: practiceCiting(course, lawDate, locale),
    changes: outdatedCitations(citedInQuestion(question), library(), { lawDate, signedOn: null }, locale),
    reread: {
      title: typeset(sectionTitle(course, question.reread, locale), locale),
      href: href(locale, lessonPath(courseId, question.reread)),
    },
  }
}

/** The query that holds an order that is not finished: without a script, each move loads a page. */
export function draftQuery(
  { kind }: QuestionKey,
  { draft, certainty }: AskedForm & { kind: 'draft' },
): [string, string][] {
  const fields = FORMS[kind].write(draft).map(([name, value]): [string, string] => [name, value])
  return certainty ? [...fields, ['certainty', certainty]] : fields
}

/** The unfinished answer that the address holds. */
export function draftIn(
  question: QuestionKey,
  query: URLSearchParams,
): { answer: Answer | null; certainty: Certainty | null; refused: boolean } {
  return {
    answer: readAnswer(question, answerFromFields(query)),
    certainty: certaintySchema.safeParse(query.get('certainty')).data ?? null,
    refused: false,
  }
}
