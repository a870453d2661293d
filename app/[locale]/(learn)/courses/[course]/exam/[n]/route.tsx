import { documentPage } from '@/app/document'
import { ExamQuestion } from '@/components/exam/exam-question'
import { QuestionMap } from '@/components/exam/question-map'
import { href } from '@/components/shell/paths'
import { withoutAnswers } from '@/domain/course/question'
import { AppError } from '@/domain/errors'
import { answerState } from '@/domain/exam/is-complete'
import { sittingUnderWay } from '@/server/exam/exam-sitting'
import { positionIn } from '../../../../position-in'
import { awayFromExam } from '../away-from-exam'

type Context = { params: Promise<{ locale: string; course: string; n: string }> }

/** One question. The key stays here: the page is built from `withoutAnswers`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId, n } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t, query } = context
    const position = positionIn(n)
    const path = href(locale, `/courses/${courseId}/exam`)
    const sitting = await sittingUnderWay(context.caller, courseId)
    if (!sitting) return awayFromExam(context, courseId, path)
    const { attempt, questions, clockMs } = sitting
    const question = questions[position - 1]
    if (!question) throw new AppError('not-found', 'position')
    const main = (
      <main id="main" className="wrap page exam">
        <ExamQuestion
          attemptId={attempt.id}
          courseId={courseId}
          position={position}
          total={questions.length}
          question={withoutAnswers(question.key, question.order)}
          answer={question.answer}
          certainty={question.certainty}
          flagged={question.flagged}
          givenAt={question.givenAt}
          clockMs={clockMs}
          refused={query.has('refused')}
          locale={locale}
          t={t}
          path={path}
          signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(`${path}/${position}`)}`}
        />
        <QuestionMap
          items={questions.map(({ position: place, key, answer, flagged }) => ({
            place,
            state: answerState(key, answer),
            flagged,
          }))}
          current={position}
          path={path}
          t={t}
        />
      </main>
    )
    return {
      title: t('exam.position', { n: position, total: questions.length }),
      main,
      script: 'exam.js',
      index: false,
    }
  })
}
