import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { Name } from '../ui/name'
import { Deadline, type Due } from './deadline'

type Props = {
  cohort: { name: string; endsOn: string; examOpensOn: string | null }
  /** The test that the learner can take now. */
  test: { title: string; href: string } | null
  /** The steps with a deadline: all that the learner has missed, the next one, and the exam. */
  due: readonly Due[]
  locale: Locale
  t: Translator
}

/** What the cohort asks of the learner, and by when. */
export function CohortDays({ cohort, test, due, locale, t }: Props) {
  const days = [
    cohort.examOpensOn && t('course.examOpensOn', { date: formatLooseDate(cohort.examOpensOn, locale) }),
    t('course.cohortEnds', { date: formatLooseDate(cohort.endsOn, locale) }),
  ].filter((line) => typeof line === 'string')
  return (
    <div className="stack-s sm cohort-days">
      <p>
        <strong>{t.rich('course.cohort', { name: () => <Name key="name">{cohort.name}</Name> })}</strong>
      </p>
      {test && (
        <p>
          <a href={test.href}>{test.title}</a>
        </p>
      )}
      {due.length > 0 && (
        <ul className="plain stack-s">
          {due.map((step) => (
            <li key={step.id}>
              <Deadline due={step} locale={locale} t={t} />
            </li>
          ))}
        </ul>
      )}
      <ul className="facts muted">
        {days.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
