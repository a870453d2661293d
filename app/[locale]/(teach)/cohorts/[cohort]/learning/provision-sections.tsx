import { chartHtml } from '@/app/chart-html'
import { HiddenRows } from '@/components/cohort/hidden-rows'
import { MeasureTable } from '@/components/cohort/measure-table'
import { FinishedHtml } from '@/components/ui/finished-html'
import { Scrolling } from '@/components/ui/scrolling'
import type { ProvisionReport, Rate } from '@/domain/cohort/statistics/learning-report'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Learning } from '@/server/cohort/learning'
import { ProvisionLink, provisionName, shortProvisionName } from '../provision-name'
import type { FigureTexts } from './figure-texts'

type Props = { learning: Learning; day: string; texts: FigureTexts; locale: Locale; t: Translator }

/** More bars would be a wall; the table has them all. */
const BARS = 12

/** What cost people points, the worst first. */
export function ProvisionErrors({ learning, day, texts, locale, t }: Props) {
  const { release, report } = learning
  const shown = report.provisions.filter(({ errors }) => errors.status === 'shown')
  const bars = shown.flatMap(({ provision, errors }) =>
    errors.status === 'shown'
      ? [{ label: shortProvisionName(provision, release, locale), value: errors.rate, text: texts.share(errors) }]
      : [],
  )
  return (
    <section className="card stack" aria-labelledby="provisions">
      <h2 id="provisions">{t('cohorts.learning.provisions')}</h2>
      <p className="sm muted prose">{texts.note('provision-errors', day)}</p>
      {bars.length === 0 && <p>{t('cohorts.learning.noneShown')}</p>}
      {bars.length > 0 && (
        <div className="figure-body">
          <Scrolling>
            <MeasureTable
              caption={t('cohorts.learning.provisions')}
              headings={[
                t('cohorts.learning.provision'),
                t('cohorts.learning.questionsOn'),
                t('cohorts.learning.errors'),
                t('cohorts.learning.interval'),
                t('cohorts.learning.n'),
              ]}
              rows={shown.map(({ provision, questions, errors }) => ({
                id: provision,
                head: <ProvisionLink id={provision} release={release} locale={locale} />,
                cells: [texts.number(questions), texts.share(errors), texts.range(errors), texts.people(errors)],
              }))}
            />
          </Scrolling>
          <div className="charts">
            <FinishedHtml
              html={chartHtml({
                label: t('cohorts.learning.provisionsChart'),
                bars: bars.slice(0, BARS),
                max: 1,
                locale,
                direction: 'rows',
              })}
            />
          </div>
        </div>
      )}
      <HiddenProvisions learning={learning} rateOf={({ errors }) => errors} texts={texts} locale={locale} t={t} />
    </section>
  )
}

/** Misconceptions: who was wrong and had no doubt. */
export function ConfidentAndWrong({ learning, day, texts, locale, t }: Props) {
  const { release, report } = learning
  const shown = report.provisions.filter(({ confident }) => confident.status === 'shown')
  return (
    <section className="card stack" aria-labelledby="confident">
      <h2 id="confident">{t('cohorts.learning.confident')}</h2>
      <p className="sm muted prose">{texts.note('confident-and-wrong', day)}</p>
      {shown.length === 0 && <p>{t('cohorts.learning.noneShown')}</p>}
      {shown.length > 0 && (
        <Scrolling>
          <MeasureTable
            caption={t('cohorts.learning.confident')}
            headings={[
              t('cohorts.learning.provision'),
              t('cohorts.learning.confidentShare'),
              t('cohorts.learning.interval'),
              t('cohorts.learning.n'),
            ]}
            rows={shown.map(({ provision, confident }) => ({
              id: provision,
              head: <ProvisionLink id={provision} release={release} locale={locale} />,
              cells: [texts.share(confident), texts.range(confident), texts.people(confident)],
            }))}
          />
        </Scrolling>
      )}
      <HiddenProvisions learning={learning} rateOf={({ confident }) => confident} texts={texts} locale={locale} t={t} />
    </section>
  )
}

type HiddenProps = Omit<Props, 'day'> & { rateOf: (report: ProvisionReport) => Rate }

function HiddenProvisions({ learning: { release, report }, rateOf, texts, locale, t }: HiddenProps) {
  const rows = report.provisions.flatMap((one) => {
    const rate = rateOf(one)
    if (rate.status === 'shown') return []
    const name = provisionName(one.provision, release, locale)
    return [{ id: one.provision, name, why: texts.hidden(rate.reason) }]
  })
  return <HiddenRows title={t('cohorts.learning.hiddenRows', { count: rows.length })} rows={rows} />
}
