import type { ListedColumn } from '@/domain/cohort/import/list-columns'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { UNTOUCHED } from '../../form/form-state'
import { Column, HeaderLine } from './columns-page'
import { type MendableRow, MendRows } from './mend-rows'
import { type AskedValue, Values } from './values-page'

type Props = {
  header: number | null
  lines: readonly { line: number; text: string }[]
  columns: readonly ListedColumn[]
  values: readonly AskedValue[]
  /** The rows that cannot be imported as they are. */
  rows: readonly MendableRow[]
  locale: Locale
  t: Translator
}

/** All decisions about a short list, for one form: its header, its columns, its languages and single rows. */
export function ListDecisions({ header, lines, columns, values, rows, locale, t }: Props) {
  return (
    <>
      <MendRows rows={rows} wrong={rows.length} sent={UNTOUCHED.values} locale={locale} t={t} />
      <Values
        kind="locale"
        values={values}
        courts={[]}
        state={UNTOUCHED}
        said={t('seminarPlaces.languageLead')}
        t={t}
      />
      {values.length > 0 && (
        <label className="opt">
          <input type="checkbox" name="keep" value="yes" defaultChecked />
          <span>{t('cohorts.import.correct.keep')}</span>
        </label>
      )}
      <HeaderLine header={header} lines={lines} state={UNTOUCHED} t={t} />
      <ul className="plain import-columns">
        {columns.map((column) => (
          <Column key={column.place} listed={column} value={undefined} t={t} />
        ))}
      </ul>
    </>
  )
}
