import { page } from '@/app/http/get-page'
import { CheckPage } from '@/components/exam/check-page'
import { href } from '@/components/shell/paths'
import { questionPlaces } from '@/domain/exam/question-places'
import { attemptUnderWay } from '@/server/exam/attempt-session'
import { awayFromExam } from '../away-from-exam'

export const GET = page<'course'>(async (context) => {
  const { locale, t, caller } = context
  const { course: courseId } = context.params
  const sitting = await attemptUnderWay(caller, courseId)
  if (!sitting) return awayFromExam(context, courseId, href(locale, `/courses/${courseId}/exam`))
  const places = questionPlaces(sitting.questions)
  const main = <CheckPage attemptId={sitting.attempt.id} courseId={courseId} places={places} locale={locale} t={t} />
  return { title: t('exam.check.title'), main, script: 'exam.js', styles: ['exam.css'], index: false }
})
