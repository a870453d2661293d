import type { ComponentProps, ReactNode } from 'react'
import type { Course } from '@/domain/course/course'
import { lessonPath } from '@/domain/course/lesson-path'
import { sectionTitle } from '@/domain/course/section-title'
import type { ObjectiveScore } from '@/domain/exam/grade-exam'
import type { Localized } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { CertaintyScore } from '@/domain/question/own-certainty'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import type { AttemptList } from '../ui/attempt-list'
import { FinishedHtml } from '../ui/finished-html'
import { NameIn } from '../ui/name-in'
import { EarlierAttempts } from './earlier-attempts'
import { ObjectiveScores } from './objective-scores'
import { OwnCertaintyTable } from './own-certainty-table'
import { ResultMap } from './result-map'
import { ResultSummary } from './result-summary'

type Summary = Omit<ComponentProps<typeof ResultSummary>, 'course' | 'title'>
type Props = Summary & {
  /** The course in the release from which the exam was drawn. */
  course: Course
  /** False once the answers have been deleted after their term: only the score remains. */
  answersKept: boolean
  /** `reread`: the passages (`lesson#section`) on the missed questions. */
  objectives: readonly (ObjectiveScore & { text: Localized; reread: readonly string[] })[]
  /**
   * Null until the key is open. Then her certainty compared with her results, and each answer with the right one, as
   * HTML.
   */
  review: {
    certainty: readonly CertaintyScore[]
    questions: readonly { position: number; points: number }[]
    html: string
  } | null
  attempts: ComponentProps<typeof AttemptList>['attempts']
  /** After a pass: the offer of a later review of the course. */
  later: ReactNode
  /** The person whose result it is, printed as the head of the sheet. */
  person: Names
  /** Address of the course. */
  path: string
}

/** The result of an attempt: the score by objective with passages to read again, then the answers with the key. */
export function ResultPage(props: Props) {
  const { course, answersKept, objectives, review, attempts, later, person, path, ...summary } = props
  const { passRate, locale, t } = summary
  const scores = objectives.map(({ reread, text, ...score }) => ({
    ...score,
    text: typeset(text[locale], locale),
    passages: reread.map((passage) => ({
      title: typeset(sectionTitle(course, passage, locale), locale),
      href: href(locale, lessonPath(course.file.id, passage)),
    })),
  }))
  return (
    <main id="main" className="wrap page stack-l">
      <p className="print-only sheet-head">
        <strong>
          <NameIn locale={locale} names={person} />
        </strong>
        <span>{typeset(course.file.title[locale], locale)}</span>
      </p>
      <ResultSummary {...summary} title={course.file.title} course={path} />
      {later}
      {answersKept ? (
        <ObjectiveScores scores={scores} passRate={passRate} locale={locale} t={t} />
      ) : (
        <p className="note">{t('exam.result.answersGone')}</p>
      )}
      {answersKept && !review && <p className="sm muted">{t('exam.result.keyLater')}</p>}
      {review && review.certainty.length > 0 && <OwnCertaintyTable scores={review.certainty} t={t} />}
      {review && (
        <section className="stack" aria-labelledby="review">
          <h2 id="review">{t('exam.result.questions')}</h2>
          <ResultMap questions={review.questions} t={t} />
          <FinishedHtml className="stack" html={review.html} />
        </section>
      )}
      {attempts.length > 1 && (
        <EarlierAttempts attempts={attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
      )}
    </main>
  )
}
