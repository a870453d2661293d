import 'server-only'
import type { ColumnsProblem } from '@/domain/cohort/import/columns-form'
import { HEADER_WITHIN } from '@/domain/cohort/import/find-header'
import { type ListedColumn, listColumns } from '@/domain/cohort/import/list-columns'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { ListValue, ReadTable } from '@/domain/cohort/import/read-table'
import { UNDECIDED, type ValueAnswer } from '@/domain/cohort/import/reading-plan'
import type { ReadLine } from '@/domain/cohort/import/validate-rows'
import { MOST_MENDED } from '@/domain/cohort/import/values-form'
import { type CarriedList, decideAbout, packList } from '@/domain/seminar/carried-list'
import { MOST_NAMED, type NamedRow } from '@/domain/seminar/naming'
import { asList } from '@/domain/seminar/pasted-list'
import { readInWorker, rereadInWorker } from '../cohort/import/read-in-worker'
import { inTurn } from '../cohort/import/reading-turns'
import type { RosterProblem } from '../cohort/import/roster'
import { db } from '../db/client'
import { findImportChoices, keepImportChoices } from '../db/cohort/import-files'
import type { MayName } from './name-people'

export type ReadPeople = ReadList | { status: 'refused'; problem: RosterProblem }
/** `carried`: its cells and how they were read, so that it can be read again after a decision. */
type ReadList = { status: 'read'; lines: readonly ReadLine[]; values: readonly ListValue[]; carried: CarriedList }

/**
 * Reads pasted addresses or a file in the same way as a roster: earlier decisions of the institution about its lists
 * also apply to this one. @throws {AppError} imports-busy
 */
export async function readPeople(sent: string | Uint8Array, institutionId?: string): Promise<ReadPeople> {
  const bytes = typeof sent === 'string' ? new TextEncoder().encode(asList(sent)) : sent
  const plan = { ...UNDECIDED, answers: institutionId ? await findImportChoices(db(), institutionId) : [] }
  const list = await inTurn(() => readInWorker(bytes, plan))
  return list.status === 'refused' ? list : readList(list, { cells: list.cells, plan })
}

/**
 * Reads a list again with the decisions of its preview form. The form carries the list, so that no address is stored
 * before the people are named. @throws {AppError} imports-busy
 */
export async function readAgain(
  { target: { institutionId } }: MayName,
  form: FormData,
  carried: CarriedList,
  now: Date,
): Promise<ReadPeople | { status: 'undecided'; problem: ColumnsProblem; list: ReadList }> {
  const before = await reread(carried)
  if (before.status === 'refused') return before
  const decided = decideAbout(form, carried, before.values)
  if ('problem' in decided) return { status: 'undecided', problem: decided, list: before }
  await db().$transaction((tx) => keepImportChoices(tx, institutionId, decided.keep, now))
  return reread({ ...carried, plan: decided.plan })
}

async function reread({ cells, plan }: CarriedList): Promise<ReadPeople> {
  const list = await inTurn(() => rereadInWorker(cells, plan))
  return list.status === 'refused' ? list : readList(list, { cells, plan })
}

function readList(list: ReadTable, { cells, plan }: CarriedList): ReadPeople {
  const { lines, values, header, columns } = list
  if (lines.length > MOST_NAMED) return { status: 'refused', problem: 'too-long' }
  return { status: 'read', lines, values, carried: { cells, plan: { ...plan, header, columns } } }
}

/**
 * What the form of a preview asks about a list. Functions and courts are not asked about: a seminar does not need them.
 */
export type AskedAboutList = {
  header: number | null
  lines: readonly { line: number; text: string }[]
  columns: readonly ListedColumn[]
  values: readonly (ListValue & { place: number; as: ValueAnswer['as'] | undefined })[]
  rows: readonly { line: number; email: string; nameArabic: string; nameLatin: string; problem: RowProblem }[]
  packed: { cells: string; plan: string }
}

/** Null for a list that is too long to be carried by a form. @param rows as they were judged. */
export function askAbout({ values, lines, carried }: ReadList, rows: readonly NamedRow[]): AskedAboutList | null {
  const packed = packList(carried)
  if (!packed) return null
  const { cells, plan } = carried
  const head = cells.slice(0, HEADER_WITHIN)
  const answer = ({ kind, key }: ListValue) => plan.answers.find((one) => one.kind === kind && one.key === key)?.as
  const shownOn = new Map(lines.map(({ line, shown }) => [line, shown]))
  return {
    header: plan.header ?? null,
    lines: head.map(({ line, cells: some }) => ({ line, text: some.filter(Boolean).slice(0, 4).join(' · ') })),
    columns: listColumns(cells.slice(0, HEADER_WITHIN + EXAMPLES), plan),
    values: values
      .map((value, place) => ({ ...value, place, as: answer(value) }))
      .filter(({ kind }) => kind === 'locale'),
    rows: rows
      .flatMap(({ line, problem }) => {
        const shown = shownOn.get(line)
        return shown && problem ? [{ line, ...shown, problem }] : []
      })
      .slice(0, MOST_MENDED),
    packed,
  }
}

/** The rows after the last possible header from which the columns take their examples. */
const EXAMPLES = 20
