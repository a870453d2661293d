import { ROSTER_COLUMNS } from '@/domain/cohort/import/columns'
import { NO_HEADER } from '@/domain/cohort/import/columns-form'
import type { ListedColumn } from '@/domain/cohort/import/list-columns'
import { formatNumber, type Translator } from '@/i18n/translator'
import { ErrorSummary } from '../../form/error-summary'
import { FieldFrame } from '../../form/field-frame'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import type { ImportRow } from './import-run'
import { ModelLinks } from './model-links'
import { reportRow } from './report-row'
import { StepFrame, type StepProps } from './step-frame'

type Props = StepProps & {
  revision: number
  header: number | null
  /** The lines that may be the header, with the beginning of each. */
  lines: readonly { line: number; text: string }[]
  columns: readonly ListedColumn[]
  /** The first person as she would be stored; null for a list without people. */
  example: ImportRow | null
  state: FormState
}

const TONES = { read: 'ok', chosen: 'ok', proposed: 'warn', unused: '' } as const

/** How the columns of a list were understood, each with a list to correct that. */
export function ColumnsPage(props: Props) {
  const { cohort, run, revision, columns, example, state, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}/import`)
  return (
    <StepFrame {...props} at="columns" heading={t('cohorts.import.columnsTitle')}>
      <form method="post" action={`${path}/${run.id}/columns`} className="stack">
        <ErrorSummary id="columns" state={state} t={t} />
        <input type="hidden" name="revision" value={revision} />
        <HeaderLine {...props} />
        <ul className="plain import-columns">
          {columns.map((column) => (
            <Column key={column.place} listed={column} value={state.values[`column.${column.place}`]} t={t} />
          ))}
        </ul>
        <Example row={example} {...props} />
        <p className="acts">
          <button type="submit" name="go" value="on" className="btn primary">
            {t('cohorts.import.mapping.on')}
          </button>
          <button type="submit" name="go" value="again" className="btn">
            {t('cohorts.import.mapping.again')}
          </button>
          <a className="btn" href={path}>
            {t('cohorts.import.mapping.other')}
          </a>
        </p>
        <ModelLinks cohortId={cohort.id} t={t} />
      </form>
    </StepFrame>
  )
}

export function HeaderLine({ header, lines, state, t }: Pick<Props, 'header' | 'lines' | 'state' | 't'>) {
  return (
    <section className="card stack-s" aria-labelledby="header-title">
      <h2 id="header-title" className="h3">
        {t('cohorts.import.mapping.headerTitle')}
      </h2>
      <FieldFrame
        id="header"
        label={t('cohorts.import.mapping.headerLine')}
        hint={t('cohorts.import.mapping.headerLead')}
      >
        <select
          id="header"
          name="header"
          aria-describedby="header-hint"
          defaultValue={state.values.header ?? header ?? NO_HEADER}
        >
          {lines.map(({ line, text }) => (
            <option key={line} value={line}>
              {t('cohorts.import.mapping.lineOf', { line, text })}
            </option>
          ))}
          <option value={NO_HEADER}>{t('cohorts.import.mapping.noHeader')}</option>
        </select>
      </FieldFrame>
    </section>
  )
}

type ColumnProps = { listed: ListedColumn; value: string | undefined; t: Translator }

export function Column({ listed: { place, written, samples, column, origin }, value, t }: ColumnProps) {
  const name = `column.${place}`
  const id = `column-${place}`
  return (
    <li className="card">
      <div className="row between">
        <h2 className="h3" id={`${id}-title`}>
          <bdi>{written || t('cohorts.import.mapping.column', { number: place + 1 })}</bdi>
        </h2>
        <span className={`chip ${TONES[origin]}`}>{t(`cohorts.import.mapping.origins.${origin}`)}</span>
      </div>
      <ul className="plain sm muted import-samples" aria-labelledby={`${id}-title`}>
        {samples.length === 0 && <li>{t('cohorts.import.mapping.noSample')}</li>}
        {samples.map((sample, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same text, and their order is all that tells them apart
          <li key={n}>
            <bdi>{sample}</bdi>
          </li>
        ))}
      </ul>
      <FieldFrame id={id} label={t('cohorts.import.mapping.isColumn')}>
        <select id={id} name={name} aria-describedby={`${id}-title`} defaultValue={value ?? column ?? ''}>
          <option value="">{t('cohorts.import.mapping.leave')}</option>
          {ROSTER_COLUMNS.map((one) => (
            <option key={one} value={one}>
              {t(`cohorts.import.columns.${one}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
    </li>
  )
}

function Example({ row, locale, t }: Props & { row: ImportRow | null }) {
  const said = row && reportRow(row, locale, t)
  return (
    <section className="card stack-s" aria-labelledby="example">
      <h2 id="example" className="h3">
        {t('cohorts.import.mapping.exampleTitle')}
      </h2>
      {said ? (
        <ul className="facts">
          <li className="muted">{t('cohorts.import.mapping.exampleLine', { line: formatNumber(row.line, locale) })}</li>
          <li>
            <strong>
              <bdi>{said.name}</bdi>
            </strong>
          </li>
          <li>
            <bdi dir="ltr">{said.email || '—'}</bdi>
          </li>
          {said.function && (
            <li>
              <bdi>{said.function.text}</bdi>
            </li>
          )}
          {said.institution && (
            <li>
              <bdi>{said.institution}</bdi>
            </li>
          )}
          <li>
            <span className={`chip ${said.tone}`}>{said.text}</span>
          </li>
        </ul>
      ) : (
        <p className="muted">{t('cohorts.import.mapping.noExample')}</p>
      )}
    </section>
  )
}
