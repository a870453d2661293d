import { isImported } from '@/domain/cohort/import/outcome'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { ReportRow } from './import-rows'
import type { ImportRow } from './import-run'

/** A row of a list in words. */
export function reportRow(row: ImportRow, locale: Locale, t: Translator): ReportRow {
  return {
    line: formatNumber(row.line, locale),
    email: row.email,
    name: nameIn(row, locale) || '—',
    institution: row.institution,
    function: functionOf(row, t),
    tone: toneOf(row),
    text: saidOf(row, t),
  }
}

/** The problem of the row, or else its result; before the import, its verdict. */
function saidOf({ problem, outcome, verdict }: ImportRow, t: Translator): string {
  if (problem) return t(`cohorts.import.problems.${problem}`)
  return outcome ? t(`cohorts.import.outcomes.${outcome}`) : t(`cohorts.import.verdicts.${verdict}`)
}

function toneOf({ verdict, outcome }: ImportRow): ReportRow['tone'] {
  if (outcome) return isImported(outcome) ? 'ok' : 'warn'
  return verdict === 'wrong' ? 'bad' : verdict === 'already-in' ? '' : 'ok'
}

/** The function as the platform names it. An unknown one stays as the school wrote it, with a note that says so. */
function functionOf(row: ImportRow, t: Translator): ReportRow['function'] {
  if (!row.function) return null
  const known = PERSON_FUNCTIONS.find((one) => one === row.function)
  if (known) return { text: t(`fields.functions.${known}`), note: null }
  return { text: row.function, note: t('cohorts.import.functionAsWritten') }
}
