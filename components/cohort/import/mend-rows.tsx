import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Mendable } from '@/domain/cohort/import/reading-plan'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'

export type MendableRow = {
  line: number
  email: string
  nameArabic: string
  nameLatin: string
  problem: RowProblem | null
}
type Shown = {
  /** The values that were sent before and are shown again, by field name. */
  sent: Readonly<Record<string, string>>
  locale: Locale
  t: Translator
}
type Props = Shown & { rows: readonly MendableRow[]; wrong: number }

/** The cell to correct for each problem; null if no cell can be corrected. */
const CELLS: Readonly<Record<RowProblem, Mendable | null>> = {
  'email-missing': 'email',
  email: 'email',
  twice: 'email',
  'name-arabic': 'nameArabic',
  'name-latin': 'nameLatin',
  locale: null,
  aside: null,
}

/** Rows that cannot be imported as they are, each with the cell to correct. */
export function MendRows({ rows, wrong, ...shown }: Props) {
  if (rows.length === 0) return null
  const { t } = shown
  return (
    <section className="card stack-s" aria-labelledby="mend">
      <h2 id="mend">{t('cohorts.import.correct.linesTitle')}</h2>
      {wrong > rows.length && (
        <p className="sm muted">{t('cohorts.import.correct.linesMore', { count: rows.length })}</p>
      )}
      <ul className="plain import-values">
        {rows.map((row) => (
          <MendRow key={row.line} row={row} {...shown} />
        ))}
      </ul>
    </section>
  )
}

function MendRow({ row, sent, locale, t }: Shown & { row: MendableRow }) {
  const cell = row.problem && CELLS[row.problem]
  const line = formatNumber(row.line, locale)
  const typed = cell ? sent[`${cell}.${row.line}`] : undefined
  const wasSent = typed !== undefined || sent[`row-aside.${row.line}`] === 'yes'
  const about = [row.nameLatin, row.nameArabic, row.email].filter((text) => text !== '')
  return (
    <li>
      <span>
        <input type="hidden" name="row" value={row.line} />
        {t('cohorts.import.correct.line', {
          line,
          problem: row.problem ? t(`cohorts.import.problems.${row.problem}`) : '',
        })}
        {about.map((text) => (
          <span key={text} className="sm muted">
            {' '}
            <bdi>{text}</bdi>
          </span>
        ))}
      </span>
      {cell ? (
        <input
          type="text"
          name={`${cell}.${row.line}`}
          dir={cell === 'email' ? 'ltr' : 'auto'}
          autoComplete="off"
          spellCheck={false}
          aria-label={t('cohorts.import.correct.lineField', { line, field: t(`cohorts.import.columns.${cell}`) })}
          defaultValue={typed ?? row[cell]}
        />
      ) : (
        <span />
      )}
      <label className="pick">
        <input
          type="checkbox"
          name={`row-aside.${row.line}`}
          value="yes"
          defaultChecked={wasSent ? sent[`row-aside.${row.line}`] === 'yes' : row.problem === 'aside'}
        />
        <span>{t('cohorts.import.correct.asideRow')}</span>
      </label>
    </li>
  )
}
