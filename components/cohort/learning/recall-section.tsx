import type { CohortRecall } from '@/domain/cohort/cohort-figures'
import { MIN_MATCHED } from '@/domain/cohort/statistics/gain-report'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { Scrolling } from '../../ui/scrolling'
import { type FigureTexts, figureTexts } from './figure-texts'
import { MeasureTable } from './measure-table'

type Props = { recall: readonly CohortRecall[]; locale: Locale; t: Translator }

/** The results of the recall tests, long after the course: one row for each test. */
export function RecallSection({ recall, locale, t }: Props) {
  const texts = figureTexts(locale, t)
  const last = recall.findLast((one) => one.status === 'measured')
  return (
    <section className="card stack" aria-labelledby="recall">
      <h2 id="recall">{t('cohorts.learning.recall.title')}</h2>
      <p className="sm muted prose">{t('cohorts.learning.recall.lead')}</p>
      <Scrolling>
        <MeasureTable
          caption={t('cohorts.learning.recall.title')}
          headings={[
            t('cohorts.learning.recall.when'),
            t('cohorts.learning.value'),
            t('cohorts.learning.interval'),
            t('cohorts.learning.n'),
            t('cohorts.learning.recall.noAnswer'),
          ]}
          rows={recall.map((one) => ({
            id: one.form,
            head: t(`cohorts.learning.recall.rows.${one.form}`),
            cells: recallCells(one, texts, locale, t),
          }))}
        />
      </Scrolling>
      {last?.status === 'measured' && (
        <div className="sm muted prose stack-s">
          <p>{texts.note('recall', texts.day(last.closesAt))}</p>
          <p>{t('cohorts.learning.bootstrap')}</p>
        </div>
      )}
    </section>
  )
}

/** Value, interval, n and drop-outs of one test, or when it will take place. */
export function recallCells(one: CohortRecall, texts: FigureTexts, locale: Locale, t: Translator): string[] {
  if (one.status !== 'measured') return [waitingFor(one, texts, locale, t), '—', '—', '—']
  const { mean, dropOuts } = one.report
  if (mean.status === 'hidden') {
    const few = mean.reason === 'too-few-people'
    return [few ? t('cohorts.learning.recall.few', { least: MIN_MATCHED }) : texts.hidden(mean.reason), '—', '—', '—']
  }
  const { mean: value, interval } = mean.value
  const range = { low: texts.percent(interval.low), high: texts.percent(interval.high) }
  return [
    texts.percent(value),
    t('cohorts.learning.range', range),
    texts.number(mean.people),
    dropOuts.status === 'shown' ? texts.number(dropOuts.people) : t('cohorts.learning.recall.fewDropOuts'),
  ]
}

type Waiting = Exclude<CohortRecall, { status: 'measured' }>

function waitingFor(one: Waiting, texts: FigureTexts, locale: Locale, t: Translator): string {
  if (one.status === 'planned') {
    const [first, last] = [formatLooseDate(one.first, locale), formatLooseDate(one.last, locale)]
    return t('cohorts.learning.recall.planned', { first, last })
  }
  if (one.status === 'open') return t('cohorts.learning.recall.open', { date: texts.day(one.closesAt) })
  return t(`cohorts.learning.recall.${one.status}`)
}
