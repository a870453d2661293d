import type { Report } from '@/domain/cohort/report/report'
import { certificateSheet } from './certificate-sheet'
import { ALL_YEARS, cohortSheet, type Years } from './cohort-sheet'
import { coverageSheet, trainedSheet } from './nation-sheets'
import { peopleSheet } from './people-sheet'
import type { Sheet, Words } from './sheet'

/** The tables of a report, in the order in which they are read. */
export function sheetsOf(report: Report, words: Words, years: Years = ALL_YEARS): Sheet[] {
  const own =
    report.scope === 'nation'
      ? [coverageSheet(report, words), trainedSheet(report, words)]
      : [peopleSheet(report, words)]
  return [cohortSheet(report, years, words), ...own, certificateSheet(report, words)]
}
