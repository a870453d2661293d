import type { BesideImport } from '../beside-imports'
import { type CaseName, MEMORY, STARTER } from '../cases'
import type { CorrectionFigures } from '../corrections'
import type { CrowdFigures } from '../crowd'
import type { Size } from '../fill/fill-database'
import type { RetentionFigures } from '../retention'
import type { ReviewLetters } from '../review-letters'
import type { SearchFigures } from '../search/search-figures'
import type { SlowSenderFigures } from '../slow-senders'
import type { PageWeights } from '../weigh-pages'
import { besideImportsTable } from './beside-imports-rows'
import { correctionsTable } from './corrections-rows'
import { crowdTable } from './crowd-rows'
import { type RequestRow, requestTable } from './request-rows'
import { retentionTable } from './retention-rows'
import { reviewLettersTable } from './review-letters-rows'
import { searchTable } from './search-rows'
import { slowSendersTable } from './slow-senders-rows'
import { fixed } from './table'
import { verdict } from './verdict'
import { weightTable } from './weight-rows'

export type Report = {
  size: Size
  /** The contents of the database besides the learners. */
  filled: { rows: number; seconds: number; cohorts: number; people: number; answers: number }
  node: string
  rows: RequestRow[]
  /** Statements per deed. */
  queries: Partial<Record<CaseName, number>>
  /** Megabytes (PSS) at the end. */
  memory: { server: number | null; database: number | null }
  /** Megabytes (USS) of the starter process, which stays besides server and database. */
  starter: number | null
  /** Null if it was not requested. */
  crowd: CrowdFigures | null
  /** Null if it was not requested. */
  slowSenders: readonly SlowSenderFigures[] | null
  /** Null if it was not requested. */
  besideImports: readonly BesideImport[] | null
  /** Null if it was not requested. */
  reviewLetters: ReviewLetters | null
  /** Null if it was not requested. */
  corrections: CorrectionFigures | null
  /** Null if it was not requested. */
  retention: RetentionFigures | null
  search: SearchFigures[]
  weights: PageWeights
  /** The duration of a production build from scratch. */
  buildSeconds: number
}

/** The figures as readable tables. */
export function inWords(report: Report): string {
  const {
    size,
    filled,
    node,
    rows,
    queries,
    memory,
    starter,
    crowd,
    slowSenders,
    besideImports,
    search,
    weights,
    buildSeconds,
  } = report
  const sum = memory.server === null || memory.database === null ? null : memory.server + memory.database
  return [
    `${size.learners} learners, ${size.attempts} attempts; beside them ${filled.cohorts} cohorts of ${filled.people} people with ` +
      `${filled.answers} answers; ${filled.rows} rows in ${fixed(filled.seconds, 0)} s; Node ${node}.`,
    'Processor time of server and database together, per deed, on one warm process: the median of blocks of a fixed number of deeds.',
    '× bare: as a multiple of the cheapest route handler in the same round; × itself: of the same case, which shows the noise.',
    '',
    ...requestTable(rows, queries),
    '',
    `Memory (PSS): server ${fixed(memory.server, 0)} MB, database ${fixed(memory.database, 0)} MB, together ` +
      `${fixed(sum, 0)} MB; aim ${MEMORY.aim}, floor ${MEMORY.floor}: ${verdict(sum, MEMORY)}`,
    `Memory that start.mjs has for itself (USS): ${fixed(starter, 0)} MB; aim ${STARTER.aim}, floor ${STARTER.floor}: ${verdict(starter, STARTER)}`,
    '',
    ...(crowd
      ? ['200 readers of lessons at once, each again as soon as answered, for 60 s:', '', ...crowdTable(crowd), '']
      : []),
    ...(slowSenders
      ? ['Forms while others of one address send slowly, for 15 s each:', '', ...slowSendersTable(slowSenders), '']
      : []),
    ...(besideImports
      ? [
          'What health and a lesson take while a list or a text made to keep the server busy is read; 300 ms at most:',
          '',
          ...besideImportsTable(besideImports),
          '',
        ]
      : []),
    ...countryTables(report),
    'Search in a process of its own: building the index, its memory, and what one query takes without its page.',
    '',
    ...searchTable(search),
    '',
    'Bytes of HTML over the wire (Brotli), the heaviest of each kind:',
    '',
    ...weightTable(weights),
    '',
    `Production build from nothing: ${fixed(buildSeconds, 1)} s`,
  ].join('\n')
}

/** What is done for the whole country at once. */
function countryTables({ reviewLetters, corrections, retention }: Report): string[] {
  return [
    ...(reviewLetters
      ? ['The letters of review, if everybody is due on one day:', '', ...reviewLettersTable(reviewLetters), '']
      : []),
    ...(corrections
      ? ['A release with corrections that the country reads at once:', '', ...correctionsTable(corrections), '']
      : []),
    ...(retention
      ? ['What has expired, looked for among the whole country:', '', ...retentionTable(retention), '']
      : []),
  ]
}
