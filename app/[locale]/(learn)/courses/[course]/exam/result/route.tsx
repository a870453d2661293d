import type { Context } from '@/app/http/context'
import { page } from '@/app/http/get-page'
import { ResultPage } from '@/components/exam/result-page'
import { href } from '@/components/shell/paths'
import { ownCertainty } from '@/domain/exam/own-certainty'
import { permitToReadAccount } from '@/server/auth/permit'
import { ownCertificate } from '@/server/certificate/own-certificate'
import { myLearning } from '@/server/course/my-learning'
import { currentExaminee } from '@/server/exam/current-examinee'
import { readResult } from '@/server/exam/read-result'
import { seeOther } from '@/server/respond'
import { reviewHtml } from './review-html'

export const GET = page<'course'>(async (context) => {
  const { locale, t, query, caller, params } = context
  const now = new Date()
  const { learner, permit, availability, person } = await currentExaminee(caller, params.course, now)
  const path = href(locale, `/courses/${params.course}`)
  const result = await readResult(permit, learner, availability, query.get('attempt') || null)
  if (!result) return seeOther(`${path}/exam`)
  const { attempt, passRate, answersKept, objectives, release, questions } = result
  const [certificate, nextCourse] = await Promise.all([
    ownCertificate(permit, learner, locale),
    attempt.passed ? courseAfter(context, now) : null,
  ])
  const main = (
    <ResultPage
      attempt={attempt}
      passRate={passRate}
      answersKept={answersKept}
      objectives={objectives}
      availability={availability}
      certificate={certificate}
      nextCourse={nextCourse}
      course={release.course}
      review={
        questions && {
          certainty: ownCertainty(questions),
          questions,
          html: reviewHtml(questions, release, locale, path),
        }
      }
      attempts={learner.attempts}
      person={person}
      path={path}
      locale={locale}
      t={t}
    />
  )
  return { title: t('exam.result.title'), main, styles: ['exam.css'], index: false }
})

/** The course that comes after all that she has begun. */
async function courseAfter({ caller, locale }: Context<'course'>, now: Date) {
  const { nextCourse } = await myLearning(caller, await permitToReadAccount(caller), now)
  if (!nextCourse) return null
  return { title: nextCourse.course.file.title, href: href(locale, `/courses/${nextCourse.courseId}`) }
}
