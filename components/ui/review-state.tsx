import type { Locale } from '@/domain/locale'
import { allReviewedOn, type Reviewable, reviewedBy } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { Name } from './name'

type Props = { parts: readonly Reviewable[]; locale: Locale; t: Translator }

/**
 * Shows the earliest date of signature if a jurist has signed all of these parts, otherwise that a review is pending.
 * For a single part, it also shows the function and the body of the jurist.
 */
export function ReviewState({ parts, locale, t }: Props) {
  const oldest = allReviewedOn(parts, 'legal', locale)
  if (!oldest) return <span className="chip">{t('course.awaitingReview')}</span>
  const [only, ...others] = parts
  const by = only && others.length === 0 ? reviewedBy(only, 'legal', locale) : null
  return (
    <>
      <span className="chip ok">{t('course.reviewed', { date: formatDate(new Date(oldest), locale) })}</span>
      {by && (
        <>
          {' '}
          <span className="xs muted">
            <Name>{by}</Name>
          </span>
        </>
      )}
    </>
  )
}
