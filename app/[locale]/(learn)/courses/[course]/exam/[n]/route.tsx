import { page } from '@/app/http/get-page'
import { QuestionPage } from '@/components/exam/question-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { questionPlaces } from '@/domain/exam/question-places'
import { typedAnswer } from '@/domain/question/kinds/computing/form'
import { withoutAnswers } from '@/domain/question/public-question'
import { attemptUnderWay } from '@/server/exam/attempt-session'
import { positionIn } from '../../../../position-in'
import { awayFromExam } from '../away-from-exam'

/** One question of the exam. The answer key does not reach the page: it is built from `withoutAnswers`. */
export const GET = page<'course' | 'n'>(async (context) => {
  const { locale, t, query, caller } = context
  const { course: courseId, n } = context.params
  const position = positionIn(n)
  const sitting = await attemptUnderWay(caller, courseId)
  if (!sitting) return awayFromExam(context, courseId, href(locale, `/courses/${courseId}/exam`))
  const { attempt, questions, clockMs } = sitting
  const question = questions[position - 1]
  if (!question) throw new AppError('not-found', 'position')
  const main = (
    <QuestionPage
      attemptId={attempt.id}
      courseId={courseId}
      position={position}
      question={withoutAnswers(question.key, question.order)}
      answer={typedAnswer(query) ?? question.answer}
      certainty={question.certainty}
      flagged={question.flagged}
      givenAt={question.givenAt}
      clockMs={clockMs}
      refused={query.has('refused')}
      places={questionPlaces(questions)}
      locale={locale}
      t={t}
    />
  )
  const title = t('exam.position', { n: position, total: questions.length })
  return { title, main, script: 'exam.js', kinds: [question.key.kind], styles: ['exam.css'], index: false }
})
