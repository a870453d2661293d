import { documentPage } from '@/app/document'
import { HandInForm } from '@/components/exam/hand-in-form'
import { QuestionMap } from '@/components/exam/question-map'
import { href } from '@/components/shell/paths'
import { type AnswerState, answerState } from '@/domain/exam/is-complete'
import { sittingUnderWay } from '@/server/exam/exam-sitting'
import { awayFromExam } from '../away-from-exam'

type Context = { params: Promise<{ locale: string; course: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t } = context
    const path = href(locale, `/courses/${courseId}/exam`)
    const sitting = await sittingUnderWay(context.caller, courseId)
    if (!sitting) return awayFromExam(context, courseId, path)
    const { attempt, questions } = sitting
    const items = questions.map(({ position, key, answer, flagged }) => ({
      place: position,
      state: answerState(key, answer),
      flagged,
    }))
    const placesOf = (state: AnswerState) => items.filter((item) => item.state === state).map((item) => item.place)
    const main = (
      <main id="main" className="wrap page exam">
        <div className="stack">
          <h1>{t('exam.check.title')}</h1>
          <HandInForm
            attemptId={attempt.id}
            courseId={courseId}
            action={`${path}/hand-in`}
            missing={placesOf('unanswered')}
            incomplete={placesOf('incomplete')}
            flagged={items.filter((item) => item.flagged).map((item) => item.place)}
            path={path}
            signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(`${path}/check`)}`}
            t={t}
          />
        </div>
        <QuestionMap items={items} current={null} path={path} t={t} />
      </main>
    )
    return { title: t('exam.check.title'), main, script: 'exam.js', index: false }
  })
}
