import type { ListValue } from '@/domain/cohort/import/read-table'
import { VALUE_KINDS, type ValueKind } from '@/domain/cohort/import/reading-plan'
import { LEAVE_ASIDE, LEAVE_EMPTY } from '@/domain/cohort/import/values-form'
import { VERDICTS, type Verdict } from '@/domain/cohort/import/verdict'
import { LOCALES } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import type { Translator } from '@/i18n/translator'
import { ErrorSummary } from '../../form/error-summary'
import type { FormState } from '../../form/form-state'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { href } from '../../shell/paths'
import { type MendableRow, MendRows } from './mend-rows'
import { StepFigures, StepFrame, type StepProps } from './step-frame'

/** `as`: the decision about the value. Null: its rows are left out; undefined: not decided yet. */
export type AskedValue = ListValue & { place: number; as: string | null | undefined }
type Props = StepProps & {
  revision: number
  counts: Readonly<Record<Verdict, number>>
  values: readonly AskedValue[]
  /** The names of courts that the list or the institution uses. */
  courts: readonly string[]
  /** The first rows that cannot be imported, and the number of all of them. */
  rows: readonly MendableRow[]
  wrong: number
  state: FormState
}

/** The values of a list that are not understood, and the rows that have to be mended one by one. */
export function ValuesPage(props: Props) {
  const { cohort, run, revision, counts, values, rows, state, locale, t } = props
  const here = `${href(locale, `/cohorts/${cohort.id}/import`)}/${run.id}`
  return (
    <StepFrame {...props} at="values" heading={t('cohorts.import.correct.title')}>
      <StepFigures
        figures={VERDICTS.map((verdict) => [t(`cohorts.import.correct.counts.${verdict}`), counts[verdict]])}
        locale={locale}
      />
      <form method="post" action={`${here}/values`} className="stack">
        <ErrorSummary id="values" state={state} t={t} />
        <input type="hidden" name="revision" value={revision} />
        {values.length === 0 && rows.length === 0 && <p className="note ok">{t('cohorts.import.correct.none')}</p>}
        {VALUE_KINDS.map((kind) => (
          <Values key={kind} {...props} kind={kind} />
        ))}
        {values.length > 0 && (
          <label className="opt">
            <input type="checkbox" name="keep" value="yes" defaultChecked={keeps(state)} />
            <span>{t('cohorts.import.correct.keep')}</span>
          </label>
        )}
        <MendRows rows={rows} wrong={props.wrong} sent={state.values} locale={locale} t={t} />
        <p className="acts">
          <button type="submit" name="go" value="on" className="btn primary">
            {t('cohorts.import.correct.on')}
          </button>
          <button type="submit" name="go" value="again" className="btn">
            {t('cohorts.import.correct.again')}
          </button>
          <a className="btn" href={`${here}/columns`}>
            {t('cohorts.import.mapping.back')}
          </a>
        </p>
      </form>
    </StepFrame>
  )
}

type ValuesProps = Pick<Props, 'values' | 'courts' | 'state' | 't'> & {
  kind: ValueKind
  /** The sentence about the choices, if it differs from that of the import of a cohort. */
  said?: string
}

export function Values({ kind, values, courts, state, said, t }: ValuesProps) {
  const asked = values.filter((value) => value.kind === kind)
  if (asked.length === 0) return null
  const list = (
    <ul className="plain import-values">
      {asked.map((value) => (
        <Value key={value.place} value={value} sent={sentAbout(value, state)} t={t} />
      ))}
    </ul>
  )
  const lead = <p className="sm muted">{said ?? t(`cohorts.import.correct.${kind}Lead`)}</p>
  if (kind !== 'institution')
    return (
      <section className="card stack-s" aria-labelledby={`of-${kind}`}>
        <h2 id={`of-${kind}`}>{t(`cohorts.import.correct.${kind}`)}</h2>
        {lead}
        {list}
      </section>
    )
  return (
    <details className="card stack-s import-courts">
      <summary>
        <h2 className="h3">{t('cohorts.import.correct.institution')}</h2>
      </summary>
      {lead}
      <datalist id="courts">
        {courts.map((court) => (
          <option key={court} value={court} />
        ))}
      </datalist>
      {list}
    </details>
  )
}

/** What was sent about a value; null if nothing was. */
type Sent = { as: string; aside: boolean } | null

/** If the columns were changed meanwhile, values have other places: a field counts only if its text is the same. */
function sentAbout({ place, written }: AskedValue, { values }: FormState): Sent {
  const as = values[`value.${place}`]
  if (as === undefined || values[`of.${place}`] !== written) return null
  return { as, aside: values[`aside.${place}`] === 'yes' }
}

/** Whether the answers are kept for the next lists; yes until the form was sent without that choice. */
const keeps = ({ values }: FormState): boolean => values.revision === undefined || values.keep === 'yes'

function Value({ value, sent, t }: { value: AskedValue; sent: Sent; t: Translator }) {
  const { place, kind, written, rows, as } = value
  const id = `value-${place}`
  return (
    <li>
      <label htmlFor={id}>
        <input type="hidden" name={`of.${place}`} value={written} />
        <bdi>{written}</bdi> <span className="sm muted">{t('cohorts.import.correct.rows', { count: rows })}</span>
      </label>
      {kind === 'institution' ? (
        <input
          id={id}
          name={`value.${place}`}
          type="text"
          dir="auto"
          list="courts"
          defaultValue={sent?.as ?? as ?? written}
        />
      ) : (
        <select id={id} name={`value.${place}`} defaultValue={sent?.as ?? chosenOf(value)}>
          <Choices kind={kind} t={t} />
        </select>
      )}
      {kind === 'institution' ? (
        <label className="pick">
          <input type="checkbox" name={`aside.${place}`} value="yes" defaultChecked={sent ? sent.aside : as === null} />
          <span>{t('cohorts.import.correct.asideRow')}</span>
        </label>
      ) : (
        <span>
          <span className={as === undefined ? 'chip warn' : 'chip ok'}>
            {t(`cohorts.import.correct.${as === undefined ? 'unknown' : 'chosen'}`)}
          </span>
        </span>
      )}
    </li>
  )
}

/** An unknown language defaults to “leave empty”, so that its rows are not rejected. */
function chosenOf({ kind, as }: AskedValue): string {
  if (as === null) return LEAVE_ASIDE
  if (as === undefined) return kind === 'locale' ? LEAVE_EMPTY : ''
  return as === '' ? LEAVE_EMPTY : as
}

function Choices({ kind, t }: { kind: 'function' | 'locale'; t: Translator }) {
  return (
    <>
      {kind === 'function' && <option value="">{t('cohorts.import.correct.asWritten')}</option>}
      {kind === 'function'
        ? PERSON_FUNCTIONS.map((code) => (
            <option key={code} value={code}>
              {t(`fields.functions.${code}`)}
            </option>
          ))
        : LOCALES.map((code) => (
            <option key={code} value={code} lang={code}>
              {LANGUAGE_NAMES[code]}
            </option>
          ))}
      <option value={LEAVE_EMPTY}>{t('cohorts.import.correct.empty')}</option>
      <option value={LEAVE_ASIDE}>{t('cohorts.import.correct.aside')}</option>
    </>
  )
}
