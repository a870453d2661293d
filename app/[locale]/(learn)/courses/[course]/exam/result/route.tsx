import { page } from '@/app/http/get-page'
import { ResultPage } from '@/components/exam/result-page'
import { href } from '@/components/shell/paths'
import { currentExaminee } from '@/server/exam/current-examinee'
import { readResult } from '@/server/exam/read-result'
import { seeOther } from '@/server/respond'
import { reviewHtml } from './review-html'

export const GET = page<'course'>(async ({ locale, t, query, caller, params }) => {
  const { learner, permit, availability } = await currentExaminee(caller, params.course, new Date())
  const path = href(locale, `/courses/${params.course}`)
  const result = await readResult(permit, learner, availability, query.get('attempt') || null)
  if (!result) return seeOther(`${path}/exam`)
  const { attempt, release, passRate, answersKept, objectives } = result
  const questions = result.key === 'open' && answersKept ? result.questions : null
  const main = (
    <ResultPage
      attempt={attempt}
      passRate={passRate}
      availability={availability}
      certificate={learner.certificate !== null}
      course={release.course}
      answersKept={answersKept}
      objectives={objectives}
      reread={result.key === 'closed' ? result.reread : []}
      review={questions && { questions, html: reviewHtml(questions, release, locale, path) }}
      attempts={learner.attempts}
      path={path}
      locale={locale}
      t={t}
    />
  )
  return { title: t('exam.result.title'), main, styles: ['exam.css'], index: false }
})
