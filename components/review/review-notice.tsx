import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { BeginReviews, type OfferedCourse } from './begin-review'

type Props = {
  /** How many questions wait today. */
  due: number
  /** The next day on which questions wait; null if none do. */
  nextOn: string | null
  hasPlans: boolean
  offers: readonly OfferedCourse[]
  locale: Locale
  t: Translator
}

/**
 * The review on the page “my learning”: the number of questions today or the next day with questions, and the courses
 * that can be reviewed.
 */
export function ReviewNotice({ due, nextOn, hasPlans, offers, locale, t }: Props) {
  if (!hasPlans && offers.length === 0) return null
  return (
    <>
      {hasPlans && (
        <section className="stack" aria-labelledby="review">
          <h2 id="review">{t('review.title')}</h2>
          {due > 0 ? (
            <p className="row between">
              <strong>{t('review.count', { count: due })}</strong>
              <a className="btn" href={href(locale, '/learning/review')}>
                {t('review.go')}
              </a>
            </p>
          ) : (
            <p>
              {nextOn === null
                ? t('review.allLearned')
                : t('review.nextOn', { date: formatDate(new Date(nextOn), locale) })}
            </p>
          )}
          <p className="sm">
            <a href={href(locale, '/learning/review/settings')}>{t('review.settings')}</a>
          </p>
        </section>
      )}
      <BeginReviews offers={offers} locale={locale} t={t} />
    </>
  )
}
