import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'

type Props = {
  cohort: {
    name: string
    endsOn: string
    examOpensOn: string | null
    deadlines: Readonly<Record<string, string>> | null
  }
  /** The test that is waiting for her. */
  test: { title: string; href: string } | null
  /** The next step that has a last day. */
  next: { title: string; dueOn: string } | null
  locale: Locale
  t: Translator
}

/** What her cohort asks of her, and by when. */
export function CohortDays({ cohort, test, next, locale, t }: Props) {
  const days = [
    cohort.examOpensOn && t('course.examOpensOn', { date: formatLooseDate(cohort.examOpensOn, locale) }),
    cohort.deadlines?.exam && t('course.examDue', { date: formatLooseDate(cohort.deadlines.exam, locale) }),
    t('course.cohortEnds', { date: formatLooseDate(cohort.endsOn, locale) }),
  ].filter((line) => typeof line === 'string')
  return (
    <div className="stack-s sm cohort-days">
      <p>
        <strong>{t.rich('course.cohort', { name: () => <bdi key="name">{cohort.name}</bdi> })}</strong>
      </p>
      {test && (
        <p>
          <a href={test.href}>{test.title}</a>
        </p>
      )}
      {next && (
        <p>
          {next.title} · {t('course.due', { date: formatLooseDate(next.dueOn, locale) })}
        </p>
      )}
      <ul className="facts muted">
        {days.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
