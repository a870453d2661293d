import type { RecallForm } from '@/domain/cohort/recall'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

/** A recall test of a course. `closesAt`: the first moment at which it is closed. */
export type RecallOffer = {
  cohortId: string
  courseId: string
  form: RecallForm
  title: Localized
  questions: number
  closesAt: Date
}
type Props = { offers: readonly RecallOffer[]; locale: Locale; t: Translator }

/** The recall tests that the learner can take now. */
export function RecallOffers({ offers, locale, t }: Props) {
  if (offers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="recall">
      <h2 id="recall">{t('tests.recall.title')}</h2>
      <ul className="plain stack-s">
        {offers.map(({ cohortId, courseId, form, title, questions, closesAt }) => (
          <li key={`${cohortId} ${courseId} ${form}`} className="stack-s">
            <a href={href(locale, `/learning/tests/${cohortId}/${courseId}/${form}`)}>{t(`tests.titles.${form}`)}</a>
            <p className="sm">
              {t.rich('tests.recall.offer', {
                questions: t('plural.questions', { count: questions }),
                course: () => typeset(title[locale], locale),
                date: formatDate(new Date(closesAt.getTime() - 1), locale),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
