import { LessonBody, QUIZ_MARK } from '@/components/course/lesson-body'
import { PracticeQuestion, practicePlace } from '@/components/practice/practice-question'
import { LawChanged } from '@/components/ui/law-changed'
import type { Lesson } from '@/domain/course/course'
import { changesOfLesson, changesOfQuestion } from '@/domain/course/lesson-changes'
import { lessonText } from '@/domain/course/lesson-text'
import type { Answer } from '@/domain/exam/answer'
import { answerFromFields } from '@/domain/exam/answer-form'
import { readFinalAnswer } from '@/domain/exam/read-answer'
import { lawState } from '@/domain/library/law-change'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import type { Caller } from '@/server/auth/caller'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import type { LoadedRelease } from '@/server/content/releases'
import { renderOnce, renderToHtml } from '@/server/content/render-once'
import type { LearnerCourse } from '@/server/course/learner-course'
import { practiceAnswers } from '@/server/practice/answer-practice'

type Reading = {
  caller: Caller
  release: LoadedRelease
  learner: LearnerCourse['learner']
  lesson: Lesson
  locale: Locale
  query: URLSearchParams
  /** Address of the lesson. */
  path: string
}

/** The lesson's text with its inline questions in place, her answers and their feedback with them. */
export async function lessonHtml({ caller, release, learner, lesson, locale, query, path }: Reading): Promise<string> {
  const { course } = release
  const t = translator(locale)
  // The release keeps the law of its day; the library knows what has come since.
  const changes = changesOfLesson(lesson, course.file.lawDate, library(), locale)
  const state = lawState(changes)
  const body = renderOnce(`lesson ${release.id} ${lesson.file.id} ${locale} ${state}`, () => (
    <LessonBody
      text={lesson.bodies[locale]}
      read={lessonText(lesson, locale)}
      locale={locale}
      t={t}
      law={course}
      terms={course.terms}
      lawDate={course.file.lawDate}
      changes={changes}
    />
  ))
  const answers = await answersOf(caller, release, learner)
  const pieces = body.split(QUIZ_MARK)
  return pieces
    .map((piece, index) => {
      // A split on one capturing group leaves the ids at the odd places.
      const question = index % 2 === 1 ? lesson.practice.find(({ id }) => id === piece) : undefined
      if (!question) return piece
      const asked = query.get('practice') === question.id
      const element = (answer: Answer | null) => (
        <>
          <PracticeQuestion
            question={question}
            place={practicePlace(lesson.practice, question)}
            answer={answer}
            refused={asked && query.has('refused')}
            locale={locale}
            t={t}
            action={`${path}/practice`}
          />
          <LawChanged changes={changesOfQuestion(question, changes)} locale={locale} t={t} />
        </>
      )
      const answer =
        answers.get(question.id) ?? (asked ? answerIn(query, (given) => readFinalAnswer(question, given)) : null)
      if (answer || asked) return renderToHtml(element(answer))
      return renderOnce(`practice ${release.id} ${question.id} ${locale} ${state}`, () => element(null))
    })
    .join('')
}

async function answersOf(
  caller: Caller,
  release: LoadedRelease,
  learner: LearnerCourse['learner'],
): Promise<Map<string, Answer>> {
  if (!learner) return new Map()
  const permit = await requirePermission(caller, 'course:learn', {
    courseId: release.courseId,
    learnerId: learner.accountId,
  })
  return practiceAnswers(permit, learner, release)
}

/** Without an account and without JavaScript, an ungraded answer comes back in the address. */
function answerIn(query: URLSearchParams, read: (given: Answer) => Answer | null): Answer | null {
  const given = answerFromFields(query)
  return given && read(given)
}
