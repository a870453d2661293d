import { ACTS, type Act } from '@/domain/audit/act'
import { type AuditFilter, NO_FILTER, WITHOUT_VIEWS, writeAuditFilter } from '@/domain/audit/audit-filter'
import type { Translator } from '@/i18n/translator'

type Props = {
  /** The address of the page, with its language. */
  here: string
  filter: AuditFilter
  /** The name to show instead of the id in the address; null if no shown entry has the name. */
  personName: string | null
  t: Translator
}

/** Filters the audit log by act, person and day. A plain GET form, so the address holds the filter. */
export function AuditFilterForm({ here, filter, personName, t }: Props) {
  const acts = ACTS.map((act) => ({ act, label: nameOf(act, t) })).toSorted((a, b) => a.label.localeCompare(b.label))
  const isChosen = writeAuditFilter(filter) !== ''
  const person = personName ?? (isId(filter.person) ? '' : filter.person)
  return (
    <form action={here} className="card filter-bar">
      <p className="field">
        <label htmlFor="audit-act">{t('audit.filter.act')}</label>
        <select id="audit-act" name="act" defaultValue={filter.act ?? ''}>
          <option value="">{t('audit.filter.anyAct')}</option>
          <option value={WITHOUT_VIEWS}>{t('audit.filter.withoutViews')}</option>
          {acts.map(({ act, label }) => (
            <option key={act} value={act}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor="audit-person">{t('audit.filter.person')}</label>
        <input id="audit-person" type="search" name="person" dir="auto" defaultValue={person} autoComplete="off" />
      </p>
      <p className="field">
        <label htmlFor="audit-day">{t('audit.filter.day')}</label>
        <input id="audit-day" type="date" name="day" defaultValue={filter.day ?? ''} />
      </p>
      <p className="row">
        <button type="submit" className="btn primary">
          {t('library.cases.filter')}
        </button>
        {isChosen && (
          <a className="btn link" href={addressOf(here, NO_FILTER)}>
            {t('library.cases.clear')}
          </a>
        )}
      </p>
    </form>
  )
}

/** The name of an act, with dots in place of the details of a single entry. */
function nameOf(act: Act, t: Translator): string {
  return t(`audit.acts.${act}`, { role: '…', rows: '…', token: '…' })
}

export function addressOf(here: string, filter: AuditFilter, before: string | null = null): string {
  const query = [writeAuditFilter(filter), before === null ? '' : `before=${before}`].filter(Boolean).join('&')
  return query === '' ? here : `${here}?${query}`
}

const isId = (person: string) => /^[0-9a-f-]{36}$/.test(person)
