import { MIN_GROUP_SIZE } from '@/domain/cohort/closed-group'
import type { CohortLearning } from '@/domain/cohort/cohort-figures'
import type {
  Definition,
  HiddenReason,
  LearningReport,
  QuestionReport,
  Rate,
} from '@/domain/cohort/statistics/learning-report'
import type { Locale } from '@/domain/locale'
import { formatDate, formatNumber, formatPercent, type Translator } from '@/i18n/translator'

/** Why a cohort has no figures yet, and when it will have some. */
export function noFiguresText({ nextGroup }: Pick<CohortLearning, 'nextGroup'>, t: Translator): string {
  if (nextGroup === null) return t('cohorts.learning.noneOver', { count: MIN_GROUP_SIZE })
  return t('cohorts.learning.none', { count: nextGroup })
}

/** The figures of a report in words; a hidden figure is replaced by the reason. */
export function figureTexts(locale: Locale, t: Translator) {
  const hidden = (reason: HiddenReason) => t(`cohorts.learning.hidden.${reason}`)
  const percent = (rate: number) => formatPercent(rate, locale)
  return {
    hidden,
    percent,
    number: (value: number) => formatNumber(value, locale),
    /** The day that ends at the moment of the snapshot. */
    day: (snapshot: Date) => formatDate(new Date(snapshot.getTime() - 1), locale),
    note: (definition: Definition, day: string) =>
      t('cohorts.learning.note', { definition: t(`cohorts.learning.definitions.${definition}`), date: day }),
    share: (rate: Rate) => (rate.status === 'shown' ? percent(rate.rate) : hidden(rate.reason)),
    range: (rate: Rate) =>
      rate.status === 'shown'
        ? t('cohorts.learning.range', { low: percent(rate.interval.low), high: percent(rate.interval.high) })
        : '—',
    people: (rate: Rate) => (rate.status === 'shown' ? formatNumber(rate.people, locale) : '—'),
    /** Share, interval and n in one. */
    whole: (rate: Rate) =>
      rate.status === 'shown'
        ? t('cohorts.learning.rateN', {
            rate: percent(rate.rate),
            low: percent(rate.interval.low),
            high: percent(rate.interval.high),
            people: rate.people,
          })
        : hidden(rate.reason),
    itemRest: (discrimination: QuestionReport['discrimination']) =>
      discrimination.status === 'shown'
        ? t('cohorts.learning.valueN', {
            value: formatNumber(discrimination.value.itemRest, locale),
            people: discrimination.people,
          })
        : hidden(discrimination.reason),
    alpha: (alpha: LearningReport['alpha']) => {
      if (alpha === null) return t('cohorts.learning.alphaDrawn')
      if (alpha.status === 'hidden') return hidden(alpha.reason)
      const { value, people } = alpha
      return t('cohorts.learning.alphaValue', {
        alpha: formatNumber(value.alpha, locale),
        questions: value.questions,
        people,
      })
    },
  }
}
export type FigureTexts = ReturnType<typeof figureTexts>
