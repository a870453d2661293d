import { documentPage } from '@/app/document'
import { AttemptList } from '@/components/exam/attempt-list'
import { ObjectiveScores } from '@/components/exam/objective-scores'
import { ResultSummary } from '@/components/exam/result-summary'
import { href } from '@/components/shell/paths'
import { FinishedHtml } from '@/components/ui/finished-html'
import { examRuleOf } from '@/domain/course/graded'
import { sectionTitle } from '@/domain/course/section-title'
import { AppError } from '@/domain/errors'
import { keyIsOpen } from '@/domain/exam/exam-standing'
import { gradeExam } from '@/domain/exam/grade-exam'
import { typeset } from '@/i18n/typography'
import { readSitting } from '@/server/exam/exam-sitting'
import { seeOther } from '@/server/respond'
import { examReader } from '../exam-reader'
import { reviewHtml } from './review-html'

type Context = { params: Promise<{ locale: string; course: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { learner, permit, standing } = await examReader(courseId)
    const course = href(locale, `/courses/${courseId}`)
    const number = query.get('attempt')
    const handedIn = learner.attempts.filter((attempt) => attempt.handedInAt !== null)
    const attempt = number ? handedIn.find((one) => String(one.number) === number) : handedIn.at(-1)
    if (!attempt && number) throw new AppError('not-found', 'attempt')
    if (!attempt) return seeOther(`${course}/exam`)
    const sitting = await readSitting(permit, attempt)
    const { file } = sitting.release.course
    const { passRate } = examRuleOf(sitting.release.course)
    const grade = gradeExam(
      sitting.questions.map(({ key, answer }) => ({ question: key, answer })),
      passRate,
    )
    // In the course's order, which is the same at each attempt; an exam is drawn in another one each time.
    const scores = file.objectives.flatMap(({ id, text }) => {
      const score = grade.objectives.find(({ objective }) => objective === id)
      return score ? { ...score, text: typeset(text[locale], locale) } : []
    })
    const missed = sitting.questions.filter((_, index) => (grade.points[index] ?? 0) < 1)
    const passages = [...new Set(missed.map(({ key }) => key.reread))]
    const open = keyIsOpen(standing)
    const main = (
      <main id="main" className="wrap page stack-l">
        <ResultSummary
          attempt={attempt}
          passRate={passRate}
          standing={standing}
          certificate={learner.certificate !== null}
          course={course}
          locale={locale}
          t={t}
        />
        <ObjectiveScores scores={scores} locale={locale} t={t} />
        {!open && passages.length > 0 && (
          <section className="stack prose" aria-labelledby="reread">
            <h2 id="reread">{t('exam.result.reread')}</h2>
            <p className="sm muted">{t('exam.result.keyLater')}</p>
            <ul>
              {passages.map((passage) => {
                const [lesson = '', section] = passage.split('#')
                return (
                  <li key={passage}>
                    <a href={`${course}/lessons/${lesson}#${section}`}>
                      {typeset(sectionTitle(sitting.release.course, passage, locale), locale)}
                    </a>
                  </li>
                )
              })}
            </ul>
          </section>
        )}
        {open && (
          <section className="stack" aria-labelledby="review">
            <h2 id="review">{t('exam.result.questions')}</h2>
            <FinishedHtml className="stack" html={reviewHtml(sitting, grade.points, locale, course)} />
          </section>
        )}
        {learner.attempts.length > 1 && (
          <section className="stack" aria-labelledby="earlier">
            <h2 id="earlier">{t('exam.earlier')}</h2>
            <AttemptList attempts={learner.attempts} locale={locale} t={t} resultPath={`${course}/exam/result`} />
          </section>
        )}
      </main>
    )
    return { title: t('exam.result.title'), main }
  })
}
