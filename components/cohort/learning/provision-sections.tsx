import type { ProvisionReport, Rate } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { DrawChart } from '../../ui/chart'
import { FinishedHtml } from '../../ui/finished-html'
import { Scrolling } from '../../ui/scrolling'
import type { FigureTexts } from './figure-texts'
import { HiddenRows } from './hidden-rows'
import { MeasureTable } from './measure-table'
import { ProvisionLink, provisionName, shortProvisionName } from './provision-name'

type Props = {
  provisions: readonly ProvisionReport[]
  course: Course
  day: string
  texts: FigureTexts
  locale: Locale
  t: Translator
}

/** The chart shows at most this many bars; the table shows all provisions. */
const BARS = 12

/** The provisions that cost people points, the worst first. */
export function ProvisionErrors({ draw, ...about }: Props & { draw: DrawChart }) {
  const { provisions, course, day, texts, locale, t } = about
  const shown = provisions.filter(({ errors }) => errors.status === 'shown')
  const bars = shown.flatMap(({ provision, errors }) =>
    errors.status === 'shown'
      ? [{ label: shortProvisionName(provision, course, locale), value: errors.rate, text: texts.share(errors) }]
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
                head: <ProvisionLink id={provision} course={course} locale={locale} />,
                cells: [texts.number(questions), texts.share(errors), texts.range(errors), texts.people(errors)],
              }))}
            />
          </Scrolling>
          <div className="charts">
            <FinishedHtml
              html={draw({
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
      <HiddenProvisions {...about} rateOf={({ errors }) => errors} />
    </section>
  )
}

/** Misconceptions: wrong answers of which the learner was sure. */
export function ConfidentAndWrong(about: Props) {
  const { provisions, course, day, texts, locale, t } = about
  const shown = provisions.filter(({ confident }) => confident.status === 'shown')
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
              head: <ProvisionLink id={provision} course={course} locale={locale} />,
              cells: [texts.share(confident), texts.range(confident), texts.people(confident)],
            }))}
          />
        </Scrolling>
      )}
      <HiddenProvisions {...about} rateOf={({ confident }) => confident} />
    </section>
  )
}

type HiddenProps = Omit<Props, 'day'> & { rateOf: (report: ProvisionReport) => Rate }

function HiddenProvisions({ provisions, course, rateOf, texts, locale, t }: HiddenProps) {
  const rows = provisions.flatMap((one) => {
    const rate = rateOf(one)
    if (rate.status === 'shown') return []
    const name = provisionName(one.provision, course, locale)
    return [{ id: one.provision, name, why: texts.hidden(rate.reason) }]
  })
  return <HiddenRows title={t('cohorts.learning.hiddenRows', { count: rows.length })} rows={rows} />
}
