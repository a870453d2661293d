import 'server-only'
import type { NamedColumn } from '@/domain/cohort/import/columns'
import type { ListValue } from '@/domain/cohort/import/read-table'
import type { ReadingPlan, ValueAnswer, ValueKind } from '@/domain/cohort/import/reading-plan'
import type { KeptAnswers } from '@/domain/cohort/import/values-form'
import type { Db, Tx } from '../client'
import { insertImportRows, type ValidatedRow } from './import-runs'

/** The first rows of a list, to show the content of each column. */
export type HeadRow = { line: number; cells: readonly string[] }
export type ImportFileRow = {
  runId: string
  revision: number
  head: readonly HeadRow[]
  plan: ReadingPlan
  values: readonly ListValue[]
}
type NewFile = Omit<ImportFileRow, 'revision' | 'runId'> & { cells: Uint8Array<ArrayBuffer> }

/** The most choices that are kept for one institution. */
const MOST_CHOICES = 2000

export async function insertImportFile(tx: Tx, runId: string, file: NewFile, now: Date): Promise<void> {
  const { head, plan, values, cells } = file
  await tx.importFile.create({ data: { runId, cells, createdAt: now, ...asJson({ head, plan, values }) } })
}

export async function findImportFile(db: Db, runId: string): Promise<ImportFileRow | null> {
  const row = await db.importFile.findUnique({ where: { runId }, omit: { cells: true, createdAt: true } })
  return row as unknown as ImportFileRow | null
}

export async function findImportCells(db: Db, runId: string): Promise<Uint8Array | null> {
  return (await db.importFile.findUnique({ where: { runId }, select: { cells: true } }))?.cells ?? null
}

/** Locks an import until the transaction ends: meanwhile nobody else decides about it or starts it. */
export async function lockImportRun(
  tx: Tx,
  runId: string,
): Promise<{ startedAt: Date | null; revision: number | null } | null> {
  const rows = await tx.$queryRaw<{ startedAt: Date | null }[]>`
    select "startedAt" from "ImportRun" where id = ${runId}::uuid for update`
  if (!rows[0]) return null
  const file = await tx.importFile.findUnique({ where: { runId }, select: { revision: true } })
  return { startedAt: rows[0].startedAt, revision: file?.revision ?? null }
}

/** Stores a new reading of a list in place of the one before. */
export async function replaceReading(
  tx: Tx,
  runId: string,
  { plan, values, columns }: Pick<ImportFileRow, 'plan' | 'values'> & { columns: readonly NamedColumn[] },
  rows: readonly Omit<ValidatedRow, 'outcome'>[],
): Promise<void> {
  await tx.importRow.deleteMany({ where: { runId } })
  await insertImportRows(tx, runId, rows)
  await tx.importRun.update({ where: { id: runId }, data: { columns: [...columns] } })
  await tx.importFile.update({ where: { runId }, data: { ...asJson({ plan, values }), revision: { increment: 1 } } })
}

export async function findImportChoices(db: Db, institutionId: string): Promise<ValueAnswer[]> {
  const rows = await db.importChoice.findMany({
    where: { institutionId },
    orderBy: { chosenAt: 'desc' },
    take: MOST_CHOICES,
  })
  return rows.map(({ kind, written, meant }) => ({ kind: kind as ValueKind, key: written, as: meant }))
}

/**
 * Stores the decisions of an institution. The newest decision about a value counts; above the limit the oldest are
 * deleted.
 */
export async function keepImportChoices(
  tx: Tx,
  institutionId: string,
  { answers, without }: KeptAnswers,
  now: Date,
): Promise<void> {
  if (answers.length + without.length === 0) return
  const rows = JSON.stringify(answers.map(({ kind, key, as }) => ({ kind, written: key, meant: as })))
  await tx.$executeRaw`
    delete from "ImportChoice" c using jsonb_to_recordset(${JSON.stringify(without)}::jsonb) as r(kind text, key text)
    where c."institutionId" = ${institutionId}::uuid and c.kind = r.kind and c.written = r.key`
  await tx.$executeRaw`
    insert into "ImportChoice" ("institutionId", kind, written, meant, "chosenAt")
    select ${institutionId}::uuid, r.kind, r.written, r.meant, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(kind text, written text, meant text)
    on conflict ("institutionId", kind, written) do update set meant = excluded.meant, "chosenAt" = excluded."chosenAt"`
  await tx.$executeRaw`
    delete from "ImportChoice" where "institutionId" = ${institutionId}::uuid and (kind, written) in (
      select kind, written from "ImportChoice" where "institutionId" = ${institutionId}::uuid
      order by "chosenAt" desc, kind, written offset ${MOST_CHOICES})`
}

/** JSON as Prisma takes it: without read-only arrays. */
function asJson<T extends object>(value: T): { [Key in keyof T]: object } {
  return JSON.parse(JSON.stringify(value))
}
