import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Verdict } from '@/domain/cohort/import/verdict'
import { formatNumber } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { LetterPreviews, type Preview } from '../reminders/letter-previews'
import { StepFigures, StepFrame, type StepProps } from './step-frame'

type Props = StepProps & {
  cohort: StepProps['cohort'] & { archivedAt: Date | null }
  revision: number | null
  counts: Readonly<Record<Verdict, number>>
  invited: number
  waiting: number
  /** The free seats, and the line of the first person who gets none; null if everybody gets one. */
  full: { free: number; line: number } | null
  problems: readonly { problem: RowProblem; rows: number }[]
  /** How many of the people to add have no full name in the list. */
  nameless: number
  previews: readonly Preview[]
}

/** How many people will be invited, wait for a seat or are left out: the last page before an import is started. */
export function ConfirmPage(props: Props) {
  const { cohort, run, revision, counts, invited, waiting, full, nameless, previews, locale, t } = props
  const here = `${href(locale, `/cohorts/${cohort.id}/import`)}/${run.id}`
  const toAdd = invited + waiting
  return (
    <StepFrame {...props} at="confirm" heading={t('cohorts.import.confirm.title')}>
      <StepFigures
        figures={[
          [t('cohorts.import.confirm.invited'), invited],
          [t('cohorts.import.confirm.waiting'), waiting],
          [t('cohorts.import.confirm.in'), counts['already-in']],
          [t('cohorts.import.confirm.aside'), counts.wrong],
        ]}
        locale={locale}
      />
      {full && (
        <p className="note warn">
          {t('cohorts.import.confirm.waitingFrom', { free: full.free, line: formatNumber(full.line, locale) })}
        </p>
      )}
      {nameless > 0 && <p className="note">{t('cohorts.import.confirm.nameless', { count: nameless })}</p>}
      <Aside {...props} here={here} />
      {toAdd === 0 && <p className="note">{t('cohorts.import.nothing')}</p>}
      {toAdd > 0 && !cohort.archivedAt && (
        <form method="post" action={`${here}/start`}>
          {revision !== null && <input type="hidden" name="revision" value={revision} />}
          <p>
            <button type="submit" className="btn primary">
              {t('cohorts.import.go', { count: toAdd })}
            </button>
          </p>
        </form>
      )}
      {previews.length > 0 && <LetterPreviews previews={previews} t={t} />}
      <p className="acts">
        <a className="btn" href={here}>
          {t('cohorts.import.confirm.see')}
        </a>
        {revision !== null && (
          <a className="btn" href={`${here}/values`}>
            {t('cohorts.import.correct.back')}
          </a>
        )}
      </p>
    </StepFrame>
  )
}

function Aside({ problems, revision, here, locale, t }: Props & { here: string }) {
  if (problems.length === 0) return null
  return (
    <section className="card stack-s" aria-labelledby="aside">
      <h2 id="aside">{t('cohorts.import.confirm.asideTitle')}</h2>
      <ul>
        {problems.map(({ problem, rows }) => (
          <li key={problem}>
            {t(`cohorts.import.problems.${problem}`)} <strong>{formatNumber(rows, locale)}</strong>
          </li>
        ))}
      </ul>
      {revision !== null && <RefusedFile here={here} t={t} />}
    </section>
  )
}

/** Links to the rejected rows as a file, so that they can be corrected and imported again. */
export function RefusedFile({ here, t }: { here: string; t: Props['t'] }) {
  return (
    <>
      <p className="sm muted">{t('cohorts.import.confirm.asideLead')}</p>
      <p className="row">
        <a href={`${here}/refused`} download>
          {t('cohorts.import.confirm.csv')}
        </a>
        <a href={`${here}/refused?format=xlsx`} download>
          {t('cohorts.import.confirm.xlsx')}
        </a>
      </p>
    </>
  )
}
