import type { CohortLearning } from '@/domain/cohort/cohort-figures'
import { costliest } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { figureTexts, noFiguresText } from './figure-texts'
import { ProvisionLink } from './provision-name'

type Props = {
  learning: CohortLearning
  course: Course
  /** Address of the page with all figures. */
  more: string
  /** The id of its heading. */
  id: string
  locale: Locale
  t: Translator
}

/** The three provisions that cost a cohort the most points, each with a link to its text. */
export function CostlyProvisions({ id, learning, course, more, locale, t }: Props) {
  const { snapshot, report } = learning
  const texts = figureTexts(locale, t)
  const worst = costliest(report, 3)
  return (
    <section className="card stack-s" aria-labelledby={id}>
      <h2 id={id}>{t('cohorts.learning.provisions')}</h2>
      {worst.length === 0 && (
        <p className="muted">{snapshot ? t('cohorts.learning.noneShown') : noFiguresText(learning, t)}</p>
      )}
      <ul className="plain to-do">
        {worst.map(({ provision, errors }) => (
          <li key={provision}>
            <ProvisionLink id={provision} course={course} locale={locale} />
            <span className="sm">{texts.whole(errors)}</span>
          </li>
        ))}
      </ul>
      {snapshot && worst.length > 0 && (
        <p className="xs muted">{texts.note('provision-errors', texts.day(snapshot))}</p>
      )}
      <p>
        <a href={more}>{t('cohorts.learning.link')}</a>
      </p>
    </section>
  )
}
