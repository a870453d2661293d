import 'server-only'
import { HEADER_WITHIN } from '@/domain/cohort/import/find-header'
import { type ListedColumn, listColumns } from '@/domain/cohort/import/list-columns'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { ListValue } from '@/domain/cohort/import/read-table'
import type { ReadingPlan, ValueAnswer } from '@/domain/cohort/import/reading-plan'
import { MOST_MENDED } from '@/domain/cohort/import/values-form'
import { isLocale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import { countSeated } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { findImportChoices } from '../../db/cohort/import-files'
import {
  countProblems,
  countRows,
  countWithoutFullName,
  findFirstRow,
  findMendable,
  findToInvite,
  type ImportRunRow,
  lineOfRow,
  type RunCounts,
  type ValidatedRow,
} from '../../db/cohort/import-runs'
import { cohortFacts } from '../cohort-facts'
import { invitationPreviews, type ManyPreview } from '../people/many/previews'
import type { Recipient } from '../people/recipients'
import { openImport } from './reread-import'

export type ImportStep = { run: ImportRunRow; revision: number; counts: RunCounts; total: number }
export type ColumnsStep = ImportStep & {
  header: number | null
  lines: readonly { line: number; text: string }[]
  columns: readonly ListedColumn[]
  example: ValidatedRow | null
}

/**
 * How the columns of an import were understood; null once it has started, or if its file is no longer kept.
 *
 * @throws {AppError} not-found
 */
export async function columnsStep(permit: Permit<'cohort:enrol'>, runId: string): Promise<ColumnsStep | null> {
  const { run, file } = await openImport(permit, runId)
  if (!file) return null
  const { head, plan, revision } = file
  const lines = head.slice(0, HEADER_WITHIN).map(({ line, cells }) => ({ line, text: startOf(cells) }))
  const step = await stepOf(run, revision)
  const example = await findFirstRow(db(), runId)
  return { ...step, header: plan.header ?? null, lines, columns: listColumns(head, plan), example }
}

export async function stepOf(run: ImportRunRow, revision: number): Promise<ImportStep> {
  const counts = await countRows(sql(), run.id)
  return { run, revision, counts, total: counts.new + counts.existing + counts['already-in'] + counts.wrong }
}

const SHOWN_CELLS = 4

function startOf(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '')
    .slice(0, SHOWN_CELLS)
    .join(' · ')
}

export type ValuesStep = ImportStep & {
  values: readonly (ListValue & { place: number; as: string | null | undefined })[]
  courts: readonly string[]
  rows: readonly ValidatedRow[]
  wrong: number
}

/**
 * The values of an import that somebody may want to correct, and the first rows that are left out; null in the same
 * cases as columnsStep.
 *
 * @throws {AppError} not-found
 */
export async function valuesStep(permit: Permit<'cohort:enrol'>, runId: string): Promise<ValuesStep | null> {
  const { run, file } = await openImport(permit, runId)
  if (!file) return null
  const { plan, revision } = file
  const byHand = plan.fixes.filter(({ aside }) => aside).map(({ line }) => line)
  const { rows, wrong } = await findMendable(db(), runId, { byHand, limit: MOST_MENDED })
  const values = file.values.map((value, place) => ({ ...value, place, as: answerOf(plan, value)?.as }))
  const kept = await findImportChoices(db(), permit.target.institutionId)
  const courts = [...kept.map(({ kind, as }) => (kind === 'institution' ? as : null)), ...values.map(courtOf)]
  return {
    ...(await stepOf(run, revision)),
    values,
    courts: [...new Set(courts.filter((court) => court !== null && court !== ''))].slice(0, MOST_COURTS) as string[],
    rows,
    wrong,
  }
}

const MOST_COURTS = 200

function answerOf({ answers }: ReadingPlan, { kind, key }: ListValue): ValueAnswer | undefined {
  return answers.find((answer) => answer.kind === kind && answer.key === key)
}

function courtOf({ kind, written }: ListValue): string | null {
  return kind === 'institution' ? written : null
}

export type ConfirmStep = Omit<ImportStep, 'revision'> & {
  /** Null if the file is no longer kept. */
  revision: number | null
  invited: number
  waiting: number
  full: { free: number; line: number } | null
  problems: readonly { problem: RowProblem; rows: number }[]
  /** How many of the people to add have no full name in the list. */
  nameless: number
  /** The invitations, once in each language. */
  previews: readonly ManyPreview[]
}

/** What an import would do; null once it has started. @throws {AppError} not-found */
export async function confirmStep(
  permit: Permit<'cohort:enrol'>,
  runId: string,
  cohort: CohortRow,
  now: Date,
): Promise<ConfirmStep | null> {
  const { run, file } = await openImport(permit, runId)
  if (run.startedAt) return null
  const step = await stepOf(run, 0)
  const toAdd = step.counts.new + step.counts.existing
  const { seats } = cohort
  const free = seats === null ? toAdd : Math.max(0, seats - (await countSeated(db(), run.cohortId)))
  const line = free < toAdd ? await lineOfRow(db(), runId, free) : null
  const invited = Math.min(free, toAdd)
  const recipients = await invitedBy(runId, cohort, invited)
  return {
    ...step,
    revision: file?.revision ?? null,
    invited,
    waiting: Math.max(0, toAdd - free),
    full: line === null ? null : { free, line },
    problems: await countProblems(sql(), runId),
    nameless: await countWithoutFullName(sql(), runId),
    previews: invitationPreviews(recipients, cohort, await cohortFacts(db(), cohort), now),
  }
}

/** The people whom an import would invite, as its letters would address them. */
async function invitedBy(runId: string, { locale: ofCohort }: CohortRow, people: number): Promise<Recipient[]> {
  const rows = await findToInvite(db(), runId, people)
  return rows.map(({ email, locale, ...names }) => {
    const language = locale && isLocale(locale) ? locale : ofCohort
    return { email, name: nameIn(names, language), locale: language }
  })
}
