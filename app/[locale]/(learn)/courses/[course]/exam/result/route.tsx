import { documentPage } from '@/app/document'
import { AttemptList } from '@/components/exam/attempt-list'
import { ObjectiveScores } from '@/components/exam/objective-scores'
import { ResultSummary } from '@/components/exam/result-summary'
import { ReviewMap } from '@/components/exam/review-map'
import { href } from '@/components/shell/paths'
import { FinishedHtml } from '@/components/ui/finished-html'
import { sectionTitle } from '@/domain/course/section-title'
import { typeset } from '@/i18n/typography'
import { currentExaminee } from '@/server/exam/current-examinee'
import { readResult } from '@/server/exam/read-result'
import { seeOther } from '@/server/respond'
import { reviewHtml } from './review-html'

type Context = { params: Promise<{ locale: string; course: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId } = await params
  return documentPage(request, language, async ({ locale, t, query, caller }) => {
    const { learner, permit, standing } = await currentExaminee(caller, courseId, new Date())
    const course = href(locale, `/courses/${courseId}`)
    const result = await readResult(permit, learner, standing, query.get('attempt') || null)
    if (!result) return seeOther(`${course}/exam`)
    const { attempt, release, passRate } = result
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
        {result.answersKept ? (
          <ObjectiveScores
            scores={result.objectives.map((score) => ({ ...score, text: typeset(score.text[locale], locale) }))}
            locale={locale}
            t={t}
          />
        ) : (
          <p className="note">{t('exam.result.answersGone')}</p>
        )}
        {result.key === 'closed' && result.reread.length > 0 && (
          <section className="stack prose" aria-labelledby="reread">
            <h2 id="reread">{t('exam.result.reread')}</h2>
            <p className="sm muted">{t('exam.result.keyLater')}</p>
            <ul>
              {result.reread.map((passage) => (
                <li key={passage}>
                  <a href={`${course}/lessons/${passage}`}>
                    {typeset(sectionTitle(release.course, passage, locale), locale)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {result.key === 'open' && result.answersKept && (
          <section className="stack" aria-labelledby="review">
            <h2 id="review">{t('exam.result.questions')}</h2>
            <ReviewMap questions={result.questions} t={t} />
            <FinishedHtml className="stack" html={reviewHtml(result.questions, release, locale, course)} />
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
    return { title: t('exam.result.title'), main, index: false }
  })
}
