import { PERSON_FUNCTIONS } from '@/domain/account/person-function'
import { isImported } from '@/domain/cohort/import/outcome'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
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

/** What the job made of the row; before that, what it would make of it. */
function saidOf({ problem, outcome, verdict }: ImportRow, t: Translator): string {
  if (problem) return t(`cohorts.import.problems.${problem}`)
  return outcome ? t(`cohorts.import.outcomes.${outcome}`) : t(`cohorts.import.verdicts.${verdict}`)
}

function toneOf({ verdict, outcome }: ImportRow): ReportRow['tone'] {
  if (outcome) return isImported(outcome) ? 'ok' : 'warn'
  return verdict === 'wrong' ? 'bad' : verdict === 'already-in' ? '' : 'ok'
}

/** As the platform names it; one that is not of its list as the school wrote it, with a word about that. */
function functionOf(row: ImportRow, t: Translator): ReportRow['function'] {
  if (!row.function) return null
  const known = PERSON_FUNCTIONS.find((one) => one === row.function)
  if (known) return { text: t(`fields.functions.${known}`), note: null }
  return { text: row.function, note: t('cohorts.import.functionAsWritten') }
}
