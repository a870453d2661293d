import 'server-only'
import { isImported, type Outcome, outcomeOf } from '@/domain/cohort/import/outcome'
import { hasSeat } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { type AccountRow, findAccount } from '../../db/account/accounts'
import { recordAct } from '../../db/audit/audit'
import { type Db, db } from '../../db/client'
import {
  countSeated,
  findMemberByEmail,
  insertMember,
  type MemberRow,
  noteImported,
} from '../../db/cohort/cohort-members'
import { type CohortRow, lockCohort } from '../../db/cohort/cohorts'
import { lockImportRun } from '../../db/cohort/import-files'
import {
  findImportRun,
  findOpenImportRuns,
  type ImportRunRow,
  markImportEnded,
  markImportStarted,
  markRowsDone,
  nextRows,
  type ValidatedRow,
} from '../../db/cohort/import-runs'
import { wake } from '../../queue/wake'
import { cohortFacts } from '../cohort-facts'
import { type InvitationFacts, invite } from '../invite'
import { changeStatus, recordStatusChange } from '../people/change-status'
import { isOwn } from '../people/own-place'
import { recipientOf } from '../people/recipients'
import { requireOpen } from '../save-cohort'

const AT_ONCE = 50

/**
 * Starts the import. A job imports the rows, so this returns at once. Idempotent. @throws {AppError} not-found,
 * conflict
 *
 * @param revision that of the page on which it was confirmed. If somebody else has decided anything since, the call
 * fails.
 */
export async function startImport(
  { actor, target }: Permit<'cohort:enrol'>,
  runId: string,
  now: Date,
  revision: number | null = null,
): Promise<void> {
  const { cohortId, institutionId } = target
  await db().$transaction(async (tx) => {
    const run = isUuid(runId) ? await findImportRun(tx, runId) : null
    if (!run || run.cohortId !== cohortId) throw new AppError('not-found', 'list')
    await requireOpen(tx, cohortId)
    const locked = await lockImportRun(tx, runId)
    if (!locked?.startedAt && revision !== null && locked?.revision !== revision)
      throw new AppError('conflict', 'decided meanwhile')
    if (!(await markImportStarted(tx, runId, now))) return
    const details = { cohortId, runId }
    await recordAct(tx, { act: 'list-taken-in', actorId: actor.accountId, institutionId, details }, now)
  })
  await wake('lists')
}

/**
 * Runs every import that was started. Each batch is one transaction: if the process is killed half-way, the next call
 * continues with the first row that is not done, and nobody is invited twice. An error in one import does not stop the
 * others; it is thrown at the end.
 */
export async function runImports(now = () => new Date()): Promise<void> {
  const failures: unknown[] = []
  for (const run of await findOpenImportRuns(db())) {
    await runImport(run, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function runImport(run: ImportRunRow, now: () => Date): Promise<void> {
  while (await importBatch(run, now())) await wake('mail')
  await markImportEnded(db(), run.id, now())
}

/** @returns whether there may be more rows. */
async function importBatch(run: ImportRunRow, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Locks the cohort first: a second server with the same import waits here, and then finds these rows done.
    const cohort = await lockCohort(tx, run.cohortId)
    if (!cohort || cohort.archivedAt) return false
    const rows = await nextRows(tx, run.id, AT_ONCE)
    if (rows.length === 0) return false
    const facts = await cohortFacts(tx, cohort)
    const by = run.byId === null ? null : await findAccount(tx, run.byId)
    let seated = await countSeated(tx, cohort.id)
    const done: { line: number; outcome: Outcome }[] = []
    for (const row of rows) {
      const seat = hasSeat(cohort.seats, seated)
      const outcome = await importRow(tx, { row, cohort, facts, seat, by, runId: run.id }, now)
      if (outcome === 'invited') seated += 1
      done.push({ line: row.line, outcome })
    }
    await markRowsDone(tx, run.id, done, now)
    return true
  })
}

type RowImport = {
  row: ValidatedRow
  cohort: CohortRow
  facts: InvitationFacts
  seat: boolean
  /** Who imports; null if her account was deleted. */
  by: AccountRow | null
  runId: string
}

/**
 * Imports one row like an entry on the page of the cohort's people, with the same act in the audit log, or returns why
 * it was not imported.
 */
async function importRow(
  tx: Db,
  { row, cohort, facts, seat, by: self, runId }: RowImport,
  now: Date,
): Promise<Outcome> {
  const { email } = row
  const by = self?.id ?? null
  const before = await findMemberByEmail(tx, cohort.id, email)
  const outcome = outcomeOf(before?.status ?? null, seat)
  if (!isImported(outcome)) return outcome
  if (isOwn(self, { email, accountId: before?.accountId ?? null })) return 'own-place'
  const move = { to: outcome, by, runId }
  const place = before
    ? await readmitMember(tx, before, row, cohort, move, now)
    : await insertNewMember(tx, row, cohort, move, now)
  if (outcome === 'invited')
    await invite(tx, { memberId: place.id, ...(await recipientOf(tx, place)) }, cohort, facts, now)
  return outcome
}

type Placed = Omit<MemberRow, 'statusSince'>
type Admission = { to: 'invited' | 'waiting'; by: string | null; runId: string }

async function insertNewMember(
  tx: Db,
  { email, nameArabic, nameLatin, institution, ...row }: ValidatedRow,
  cohort: CohortRow,
  { to, by, runId }: Admission,
  now: Date,
): Promise<Placed> {
  const listed = nameArabic !== '' && nameLatin !== ''
  const locale = row.locale ?? cohort.locale
  const facts = { email, nameArabic, nameLatin, function: row.function ?? '', institution, locale, listed }
  const place = { ...facts, cohortId: cohort.id, accountId: null, status: to }
  const id = await insertMember(tx, place, by, now)
  if (!id) throw new AppError('conflict', 'placed meanwhile')
  await recordStatusChange(tx, { id, accountId: null, from: null }, cohort, { to, by, runId }, now)
  return { ...place, id }
}

/** Readmits a person who has left. What the roster says of her is stored, unless she has an account. */
async function readmitMember(
  tx: Db,
  before: MemberRow,
  row: ValidatedRow,
  cohort: CohortRow,
  move: Admission,
  now: Date,
): Promise<Placed> {
  await changeStatus(tx, before, cohort, move, now)
  return before.accountId === null ? noteImported(tx, before.id, row) : before
}
