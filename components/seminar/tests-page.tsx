import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import { formatDate, type Translator } from '@/i18n/translator'
import { StaffPage } from '../ui/staff-page'

type Props = {
  seminar: { id: string; titles: Texts }
  /** `from`: the time when the figures are computed. */
  gain: { status: 'none' | 'not-taken' | 'measured' } | { status: 'waiting'; from: Date }
  /** The figures, once they were made. */
  children: ReactNode
  locale: Locale
  t: Translator
}

/** The results of the tests before and after a seminar, for its organisers. */
export function SeminarTestsPage({ seminar: { id, titles }, gain, children, locale, t }: Props) {
  const crumbs = [{ path: `/seminars/${id}`, label: shownIn(titles, locale)?.value ?? '' }]
  return (
    <StaffPage heading={t('seminarTests.title')} lead={t('seminarTests.lead')} crumbs={crumbs} locale={locale} t={t}>
      {gain.status === 'measured' ? (
        children
      ) : (
        <p className="card">
          {gain.status === 'waiting'
            ? t('seminarTests.waiting', { date: formatDate(gain.from, locale) })
            : t(`seminarTests.${gain.status === 'none' ? 'none' : 'notTaken'}`)}
        </p>
      )}
    </StaffPage>
  )
}
