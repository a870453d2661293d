import { MIN_GROUP_SIZE } from '@/domain/cohort/closed-group'
import type { CohortGain } from '@/domain/cohort/cohort-figures'
import type { GainReport } from '@/domain/cohort/statistics/gain-report'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Scrolling } from '../../ui/scrolling'
import { BeforeAfter } from './before-after'
import { figureTexts } from './figure-texts'
import { gainRows } from './gain-rows'
import { MeasureTable } from './measure-table'

type Props = {
  gain: CohortGain
  /** The address that draws the questions of the tests; null if the reader may not do that. */
  draw: string | null
  locale: Locale
  t: Translator
}

/** The results of the tests before and after the course. */
export function GainSection({ gain, draw, locale, t }: Props) {
  return (
    <section className="card stack" aria-labelledby="gain">
      <h2 id="gain">{t('cohorts.learning.gain')}</h2>
      <Body gain={gain} draw={draw} locale={locale} t={t} />
    </section>
  )
}

function Body({ gain, draw, locale, t }: Props) {
  if (gain.status === 'impossible') return <p>{t('cohorts.learning.gainImpossible')}</p>
  const questions = t('plural.questions', { count: gain.questions })
  if (gain.status === 'not-held')
    return (
      <>
        <p className="prose">{t('cohorts.learning.gainOffer', { questions })}</p>
        {draw === null ? (
          <p>{t('cohorts.learning.gainNotHers')}</p>
        ) : (
          <form method="post" action={draw}>
            <button type="submit" className="btn primary">
              {t('cohorts.learning.gainDraw')}
            </button>
          </form>
        )}
      </>
    )
  return (
    <>
      <p className="sm muted prose">{t('cohorts.learning.gainHeld', { questions })}</p>
      {gain.status === 'waiting' ? (
        <p>{t(`cohorts.learning.${gain.isOver ? 'gainNone' : 'gainWaiting'}`, { count: MIN_GROUP_SIZE })}</p>
      ) : (
        <GainFigures
          report={gain.report}
          snapshot={gain.snapshot}
          said={gain.isOver ? t('cohorts.learning.over') : t('cohorts.learning.gainSteps', { count: MIN_GROUP_SIZE })}
          locale={locale}
          t={t}
        />
      )}
    </>
  )
}

type MeasuredProps = {
  report: GainReport
  snapshot: Date
  /** When the figures change. */
  said: string
  locale: Locale
  t: Translator
}

/** The figures of two tests. */
export function GainFigures({ report, snapshot, said, locale, t }: MeasuredProps) {
  const texts = figureTexts(locale, t)
  const day = texts.day(snapshot)
  const { means } = report
  return (
    <>
      <ul className="facts sm">
        <li>{t('cohorts.learning.asOf', { date: day })}</li>
        <li>{t('cohorts.learning.matched', { count: report.matched })}</li>
        <li>{t('cohorts.learning.dropOuts', { count: report.dropOuts })}</li>
      </ul>
      <p className="sm muted prose">{said}</p>
      {means.status === 'shown' && means.value.ceiling && <p className="note warn">{t('cohorts.learning.ceiling')}</p>}
      <BeforeAfter report={report} texts={texts} locale={locale} t={t} />
      <Scrolling>
        <MeasureTable
          caption={t('cohorts.learning.gain')}
          headings={[
            t('cohorts.learning.figure'),
            t('cohorts.learning.value'),
            t('cohorts.learning.interval'),
            t('cohorts.learning.n'),
          ]}
          rows={gainRows(report, texts, t)}
        />
      </Scrolling>
      <div className="sm muted prose stack-s">
        <p>{texts.note('mean-scores', day)}</p>
        <p>{texts.note('normalised-gain', day)}</p>
        <p>{texts.note('effect-size', day)}</p>
        <p>{texts.note('cronbach-alpha', day)}</p>
        <p>{t('cohorts.learning.bootstrap')}</p>
      </div>
    </>
  )
}
