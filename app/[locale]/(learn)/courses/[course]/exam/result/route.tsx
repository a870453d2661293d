import { page } from '@/app/http/get-page'
import { ResultPage } from '@/components/exam/result-page'
import { BeginReviews } from '@/components/review/begin-review'
import { href } from '@/components/shell/paths'
import { ownCertainty } from '@/domain/question/own-certainty'
import type { Caller } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentExaminee } from '@/server/exam/current-examinee'
import { hasPractice } from '@/server/exam/practice-set'
import { readResult } from '@/server/exam/read-result'
import { tryAgainRequest } from '@/server/exam/try-again'
import { afterExam } from '@/server/progress/after-exam'
import { seeOther } from '@/server/respond'
import { releaseToOffer } from '@/server/review/my-review'
import { resultHtml } from './result-html'

export const GET = page<'course'>(async ({ locale, t, query, caller, params }) => {
  const { learner, permit, availability, person } = await currentExaminee(caller, params.course, new Date())
  const path = href(locale, `/courses/${params.course}`)
  const result = await readResult(permit, learner, availability, query.get('attempt') || null)
  if (!result) return seeOther(`${path}/exam`)
  const { attempt, passRate, answersKept, objectives, release, questions } = result
  // The practice set is about the objectives of the last exam, so it is offered only with the result of that exam.
  const isLast = learner.attempts.findLast(({ handedInAt }) => handedInAt !== null)?.number === attempt.number
  const practised =
    isLast && !attempt.passed && availability.status !== 'under-way'
      ? await hasPractice(await permitToReadAccount(caller), params.course)
      : false
  const telling = await tryAgainRequest(permit, learner, availability)
  const after = attempt.passed ? await afterExam(permit, caller, learner, locale) : null
  const main = (
    <ResultPage
      attempt={attempt}
      passRate={passRate}
      answersKept={answersKept}
      objectives={objectives}
      availability={availability}
      telling={telling && { ...telling, action: `${path}/exam/tell-me` }}
      certificate={after?.certificate ?? null}
      practice={practised ? `${path}/practice-set` : null}
      nextCourse={
        after?.nextCourse
          ? { title: after.nextCourse.course.file.title, href: href(locale, `/courses/${after.nextCourse.courseId}`) }
          : null
      }
      course={release.course}
      review={
        questions && {
          certainty: ownCertainty(questions),
          questions,
          html: resultHtml(questions, release, attempt, locale),
        }
      }
      attempts={learner.attempts}
      later={attempt.passed && <BeginReviews offers={await offers(caller, learner)} locale={locale} t={t} />}
      person={person}
      path={path}
      locale={locale}
      t={t}
    />
  )
  return { title: t('exam.result.title'), main, styles: ['exam.css'], index: false }
})

/** The course, if it has second forms and she has not begun its review. */
async function offers(caller: Caller, learner: Parameters<typeof releaseToOffer>[1]) {
  const release = await releaseToOffer(await permitToReadAccount(caller), learner, new Date())
  return release ? [{ id: release.courseId, title: release.course.file.title }] : []
}
