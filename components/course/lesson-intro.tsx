import { Target } from 'lucide'
import type { Lesson } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'
import { ReviewState } from '../ui/review-state'
import { Text } from '../ui/text'

type Props = {
  lesson: Lesson
  /** The block where the learner stopped; 0 if there is nothing to go back to. */
  resumeAt: number
  /** The date of the law that the lesson teaches (ISO), and today; both are printed. */
  lawDate: string
  today: Date
  /** The lesson step by step; absent in a kept copy. */
  bySteps?: string
  locale: Locale
  t: Translator
}

/** The head of a lesson: title, length, review, the link to where the learner stopped, and the objectives. */
export function LessonIntro({ lesson, resumeAt, lawDate, today, bySteps, locale, t }: Props) {
  const { title, minutes, sensitive, objectives } = lesson.file
  return (
    <>
      <div className="stack-s">
        <h1>
          <Text locale={locale}>{typeset(title[locale], locale)}</Text>
        </h1>
        <p className="print-only sheet-head">
          <span>{t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}</span>
          <span>{t('lesson.readOn', { date: formatDate(today, locale) })}</span>
        </p>
        <p className="row sm muted">
          <span>{t('plural.minutes', { count: minutes })}</span>
          {sensitive && <span className="chip care">{t('lesson.sensitive')}</span>}
          <ReviewState parts={[lesson]} locale={locale} t={t} />
        </p>
      </div>
      {bySteps && (
        <p className="sm no-print">
          <a href={bySteps}>{t('lesson.step.bySteps')}</a>
        </p>
      )}
      {resumeAt > 1 && (
        <p className="sm">
          <a href={`#b${resumeAt}`}>{t('lesson.resumed')}</a>
        </p>
      )}
      <details className="aims">
        <summary>
          <Icon node={Target} /> {t('lesson.objectives')}
        </summary>
        <ul className="prose">
          {objectives.map((objective) => (
            <li key={objective[locale]}>
              <Inline source={objective[locale]} locale={locale} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
