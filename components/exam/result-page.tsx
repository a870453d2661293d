import type { ComponentProps } from 'react'
import type { Course } from '@/domain/course/course'
import { sectionTitle } from '@/domain/course/section-title'
import type { ObjectiveScore } from '@/domain/exam/grade-exam'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { AttemptList } from '../ui/attempt-list'
import { FinishedHtml } from '../ui/finished-html'
import { EarlierAttempts } from './earlier-attempts'
import { ObjectiveScores } from './objective-scores'
import { ResultSummary } from './result-summary'
import { ReviewMap } from './review-map'

type Summary = Omit<ComponentProps<typeof ResultSummary>, 'course'>
type Props = Summary & {
  /** As it was when the exam was drawn. */
  course: Course
  /** False once the answers have outlived their term: the score is all that is left. */
  answersKept: boolean
  objectives: readonly (ObjectiveScore & { text: Localized })[]
  /** Before the key is open: `lesson#section` of what was missed. */
  reread: readonly string[]
  /** Once the key is open: each answer with the right one, rendered. */
  review: { questions: readonly { position: number; points: number }[]; html: string } | null
  attempts: ComponentProps<typeof AttemptList>['attempts']
  /** Address of the course. */
  path: string
}

/** What an attempt came to, by objective; then what to read again, or the answers with the key. */
export function ResultPage({ course, answersKept, objectives, reread, review, attempts, path, ...summary }: Props) {
  const { locale, t } = summary
  const scores = objectives.map((score) => ({ ...score, text: typeset(score.text[locale], locale) }))
  return (
    <main id="main" className="wrap page stack-l">
      <ResultSummary {...summary} course={path} />
      {answersKept ? (
        <ObjectiveScores scores={scores} locale={locale} t={t} />
      ) : (
        <p className="note">{t('exam.result.answersGone')}</p>
      )}
      {reread.length > 0 && <Reread passages={reread} course={course} path={path} locale={locale} t={t} />}
      {review && (
        <section className="stack" aria-labelledby="review">
          <h2 id="review">{t('exam.result.questions')}</h2>
          <ReviewMap questions={review.questions} t={t} />
          <FinishedHtml className="stack" html={review.html} />
        </section>
      )}
      {attempts.length > 1 && (
        <EarlierAttempts attempts={attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
      )}
    </main>
  )
}

type RereadProps = { passages: readonly string[]; course: Course; path: string; locale: Locale; t: Translator }

function Reread({ passages, course, path, locale, t }: RereadProps) {
  return (
    <section className="stack prose" aria-labelledby="reread">
      <h2 id="reread">{t('exam.result.reread')}</h2>
      <p className="sm muted">{t('exam.result.keyLater')}</p>
      <ul>
        {passages.map((passage) => (
          <li key={passage}>
            <a href={`${path}/lessons/${passage}`}>{typeset(sectionTitle(course, passage, locale), locale)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
