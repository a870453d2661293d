import { documentPage } from '@/app/document'
import { HandInForm } from '@/components/exam/hand-in-form'
import { QuestionMap } from '@/components/exam/question-map'
import { href } from '@/components/shell/paths'
import { sittingUnderWay } from '@/server/exam/exam-sitting'
import { awayFromExam } from '../exam-reader'

type Context = { params: Promise<{ locale: string; course: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    const path = href(locale, `/courses/${courseId}/exam`)
    const sitting = await sittingUnderWay(courseId)
    if (!sitting) return awayFromExam(courseId, path)
    const { attempt, questions } = sitting
    const items = questions.map(({ position, answer, flagged }) => ({
      place: position,
      answered: answer !== null,
      flagged,
    }))
    const main = (
      <main id="main" className="wrap page exam">
        <div className="stack">
          <h1>{t('exam.check.title')}</h1>
          <HandInForm
            attemptId={attempt.id}
            courseId={courseId}
            action={`${path}/hand-in`}
            missing={items.filter((item) => !item.answered).map((item) => item.place)}
            flagged={items.filter((item) => item.flagged).map((item) => item.place)}
            path={path}
            signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(`${path}/check`)}`}
            t={t}
          />
        </div>
        <QuestionMap items={items} current={null} path={path} t={t} />
      </main>
    )
    return { title: t('exam.check.title'), main, script: 'exam.js' }
  })
}
