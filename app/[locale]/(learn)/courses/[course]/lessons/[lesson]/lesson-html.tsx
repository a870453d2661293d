import type { Context } from '@/app/http/context'
import { LessonBody, QUIZ_MARK } from '@/components/course/lesson-body'
import { LessonQuestion } from '@/components/practice/lesson-question'
import { practiceCiting } from '@/components/practice/practice-citing'
import { href, reportHref } from '@/components/shell/paths'
import type { Lesson } from '@/domain/course/course'
import type { LessonStep } from '@/domain/course/lesson-steps'
import { lessonText } from '@/domain/course/lesson-text'
import { outdatedInLesson, outdatedInQuestion } from '@/domain/course/outdated-citations'
import { outdatedState } from '@/domain/library/outdated-citation'
import { type PracticeTry, questionState } from '@/domain/progress/question-state'
import type { Answer } from '@/domain/question/answer'
import { answerFromFields } from '@/domain/question/answer-form'
import { typedAnswer } from '@/domain/question/kinds/computing/form'
import type { QuestionKey } from '@/domain/question/question'
import { readFinalAnswer } from '@/domain/question/read-answer'
import { library } from '@/server/content/library'
import { renderOnce, renderToHtml, renderVariant } from '@/server/content/render-once'
import { videos } from '@/server/content/videos'
import type { LearnerCourse } from '@/server/course/learner-course'
import { env } from '@/server/env'

/**
 * The text of the lesson with its inline questions in place, including her answers and their feedback.
 *
 * @param answers of the reader, by question id. With `?again` the question that the address names is asked anew.
 * @param step the step that is shown; by default the whole lesson.
 * @param kept true for a copy on a device: it contains only the text of a film, and nothing that needs the site or an
 *   account.
 */
export function lessonHtml(
  { locale, t, query }: Pick<Context, 'locale' | 't' | 'query'>,
  { release }: Pick<LearnerCourse, 'release'>,
  lesson: Lesson,
  answers: ReadonlyMap<string, PracticeTry>,
  { kept = false, step }: { kept?: boolean; step?: LessonStep | undefined } = {},
): string {
  const { course } = release
  // The release keeps the law of its publication day; the library knows the changes since.
  const changes = outdatedInLesson(lesson, course.file.lawDate, library(), locale)
  const state = outdatedState(changes)
  const page = `/courses/${release.courseId}/lessons/${lesson.file.id}`
  const path = href(locale, page)
  const body = bodyHtml({ locale, t }, release, lesson, { kept, step })
  const citing = practiceCiting(course, course.file.lawDate, locale)
  const questionHtml = (question: QuestionKey) => {
    const asked = query.get('practice') === question.id
    const sent = asked ? answerIn(query, question) : null
    const refused = asked && query.has('refused')
    const draft = query.has('draft') ? sent : refused ? typedAnswer(query) : null
    const given = answers.get(question.id)
    const askedAgain = asked && query.has('again') && sent === null
    const element = (answer: Answer | null) => (
      <LessonQuestion
        question={question}
        practice={lesson.practice}
        answer={answer}
        draft={draft}
        refused={refused}
        done={questionState(question, given) === 'done'}
        changes={outdatedInQuestion(question, changes)}
        citing={citing}
        action={`${path}/practice`}
        step={step && { id: step.id, again: askedAgain, kept: given !== undefined }}
        report={kept ? null : reportHref(locale, page, { question: question.id })}
        locale={locale}
        t={t}
      />
    )
    const answer = askedAgain ? null : (given?.answer ?? sent)
    if (asked) return renderToHtml(element(answer))
    const place = kept ? 'kept practice' : step ? 'practice of a step' : 'practice'
    const key = `${place} ${release.id} ${question.id} ${locale} ${state}`
    if (answer === null) return renderOnce(key, () => element(null))
    // The HTML depends only on the answer, which many readers have in common.
    return renderVariant(`${key} ${JSON.stringify(given)}`, () => element(answer))
  }
  // A split on one capturing group leaves the ids at the odd indexes.
  const pieces = body.split(QUIZ_MARK)
  return pieces
    .map((piece, index) => {
      const question = index % 2 === 1 ? lesson.practice.find(({ id }) => id === piece) : undefined
      return question ? questionHtml(question) : piece
    })
    .join('')
}

/** The text of the lesson, the same for all readers. A kept one has neither films nor tools, which need the network. */
function bodyHtml(
  { locale, t }: Pick<Context, 'locale' | 't'>,
  release: LearnerCourse['release'],
  lesson: Lesson,
  { kept, step }: { kept: boolean; step: LessonStep | undefined },
): string {
  const { course } = release
  const changes = outdatedInLesson(lesson, course.file.lawDate, library(), locale)
  const page = `/courses/${release.courseId}/lessons/${lesson.file.id}`
  const key = `${release.id} ${lesson.file.id} ${step?.id ?? ''} ${locale} ${outdatedState(changes)}`
  return renderOnce(`${kept ? 'kept lesson' : 'lesson'} ${key}`, () => (
    <LessonBody
      text={step?.text ?? lesson.bodies[locale]}
      firstBlock={step?.firstBlock}
      folded={step !== undefined}
      read={step?.read ?? lessonText(lesson, locale)}
      locale={locale}
      t={t}
      law={course}
      terms={course.terms}
      lawDate={course.file.lawDate}
      changes={changes}
      at={kept ? undefined : { page, site: env().publicUrl }}
      videos={kept ? {} : videos()}
    />
  ))
}

/**
 * Without JavaScript, the address holds an order that is not finished. It also holds the answer of a reader who is not
 * enrolled, because hers is not stored.
 */
function answerIn(query: URLSearchParams, question: QuestionKey): Answer | null {
  const given = answerFromFields(query)
  return given && readFinalAnswer(question, given)
}
