import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { MayWithCohort } from './cohort-actions'

type Props = {
  may: MayWithCohort
  /** How many are on its list. */
  people: number
  /** Address of the cohort's page. */
  path: string
  locale: Locale
  t: Translator
}

/** The pages of a cohort: in one line, and folded on a phone. */
export function CohortParts({ may, people, path, locale, t }: Props) {
  const parts = [
    { href: `${path}/people`, label: t('cohorts.people.title'), count: people, shown: true },
    { href: `${path}/messages`, label: t('cohorts.messages.title'), count: 0, shown: true },
    { href: `${path}/threads`, label: t('threads.title'), count: may.answer ?? 0, shown: may.answer !== null },
    {
      href: `${path}/simulations`,
      label: t('casework.simulation.group.title'),
      count: 0,
      shown: may.answer !== null,
    },
    { href: `${path}/settings`, label: t('cohorts.form.settings'), count: 0, shown: may.change },
    { href: `${path}/entry`, label: t('cohorts.entry.title'), count: 0, shown: may.change },
    { href: `${path}/learning`, label: t('cohorts.learning.title'), count: 0, shown: true },
    { href: `${path}/seminars`, label: t('seminar.title'), count: 0, shown: true },
    { href: `${path}/surveys`, label: t('surveys.title'), count: 0, shown: true },
    { href: `${path}/cosigners`, label: t('cosign.do'), count: 0, shown: may.change },
    { href: `${path}/export`, label: t('cohorts.export.title'), count: 0, shown: may.export },
  ]
  const label = t('cohorts.parts.title')
  return (
    <details className="parts">
      <summary>
        <span className="xs muted">{label}</span>
        <strong>{t('cohorts.parts.overview')}</strong>
      </summary>
      <nav aria-label={label}>
        <a href={path} aria-current="page">
          {t('cohorts.parts.overview')}
        </a>
        {parts
          .filter(({ shown }) => shown)
          .map((part) => (
            <a key={part.href} href={part.href}>
              {part.label}
              {part.count > 0 && <span className="count num">{formatNumber(part.count, locale)}</span>}
            </a>
          ))}
      </nav>
    </details>
  )
}
