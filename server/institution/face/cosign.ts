import 'server-only'
import {
  afterAct,
  COSIGNER_KINDS,
  type CosignatureAct,
  type CosignatureState,
  mayAsk,
} from '@/domain/certificate/cosignature'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import {
  type CosignatureRow,
  findCosignature,
  findCosignatures,
  findPossibleCosigners,
  insertCosignature,
  lockCosignatures,
  moveCosignature,
} from '../../db/certificate/cosignatures'
import { db, type Tx } from '../../db/client'
import { findCohort } from '../../db/cohort/cohorts'

/** Who was asked to sign the certificates of a cohort, and who may be. */
export async function cohortCosigners({ target: { cohortId, institutionId } }: Permit<'cohort:cosign'>) {
  const [asked, possible] = await Promise.all([
    findCosignatures(db(), cohortId),
    findPossibleCosigners(db(), COSIGNER_KINDS, institutionId),
  ])
  return { asked, possible: possible.filter(({ id }) => mayAsk(asked, id) === 'yes') }
}

/**
 * Asks an institution to sign the certificates of a cohort too. It signs once its administrator has accepted.
 *
 * @throws {AppError} not-found: no such institution can be asked.
 */
export async function askToCosign(
  { actor, target: { cohortId, institutionId } }: Permit<'cohort:cosign'>,
  askedId: string,
  now: Date,
): Promise<'asked' | 'already' | 'full'> {
  return db().$transaction(async (tx) => {
    await lockCosignatures(tx, cohortId)
    await requireRunning(tx, cohortId)
    const possible = await findPossibleCosigners(tx, COSIGNER_KINDS, institutionId)
    if (!possible.some(({ id }) => id === askedId)) throw new AppError('not-found', 'institution to sign with')
    const may = mayAsk(await findCosignatures(tx, cohortId), askedId)
    if (may !== 'yes') return may
    await insertCosignature(tx, cohortId, askedId, now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohort: cohortId, asked: askedId } }
    await recordAct(tx, { act: 'cosignature-offered', ...facts }, now)
    return 'asked'
  })
}

/** Withdraws a request, or ends an accepted co-signature. @throws {AppError} not-found, conflict */
export async function takeBackCosignature(
  { actor, target: { cohortId, institutionId } }: Permit<'cohort:cosign'>,
  id: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const row = await lockRow(tx, id)
    if (row.cohortId !== cohortId) throw new AppError('not-found', 'co-signature of another cohort')
    await move(tx, row, 'take-back', now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohort: cohortId, asked: row.institutionId } }
    await recordAct(tx, { act: 'cosignature-taken-back', ...facts }, now)
  })
}

const ACTS = {
  accept: 'cosignature-accepted',
  decline: 'cosignature-declined',
  withdraw: 'cosignature-withdrawn',
} as const
/** What the institution that was asked may do. */
export type CosignatureAnswer = keyof typeof ACTS

/**
 * Records the answer of the institution that was asked, or (`withdraw`) ends its co-signature. Only papers issued from
 * now on are affected. @param seen the courses that its page showed. @returns `courses` if the cohort has others now.
 * @throws {AppError} not-found; conflict if it was answered or ended meanwhile
 */
export async function answerCosignature(
  { actor, target: { institutionId } }: Permit<'face:change'>,
  id: string,
  { answer, seen }: { answer: CosignatureAnswer; seen: readonly string[] },
  now: Date,
): Promise<CosignatureState | 'courses'> {
  return db().$transaction(async (tx) => {
    const row = await lockRow(tx, id)
    if (row.institutionId !== institutionId) throw new AppError('not-found', 'co-signature asked of another')
    if (answer === 'accept') {
      await requireRunning(tx, row.cohortId)
      if (!sameCourses(row, seen)) return 'courses'
    }
    const state = await move(tx, row, answer, now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohort: row.cohortId } }
    await recordAct(tx, { act: ACTS[answer], ...facts }, now)
    return state
  })
}

function sameCourses({ cohort }: CosignatureRow, seen: readonly string[]): boolean {
  const has = cohort.courses.map(({ courseId }) => courseId)
  return has.length === seen.length && has.every((courseId) => seen.includes(courseId))
}

/** Locks the co-signatures of the cohort: of two people who answer at once, the second finds it answered. */
async function lockRow(tx: Tx, id: string): Promise<CosignatureRow> {
  const found = isUuid(id) ? await findCosignature(tx, id) : null
  if (!found) throw new AppError('not-found', 'co-signature')
  await lockCosignatures(tx, found.cohortId)
  return (await findCosignature(tx, id)) ?? found
}

async function move(tx: Tx, row: CosignatureRow, act: CosignatureAct, now: Date): Promise<CosignatureState> {
  const state = afterAct(row.state, act)
  if (!state) throw new AppError('conflict', `${act} of a co-signature that is ${row.state}`)
  await moveCosignature(tx, row.id, state, now)
  return state
}

async function requireRunning(tx: Tx, cohortId: string): Promise<void> {
  const cohort = await findCohort(tx, cohortId)
  if (!cohort || cohort.archivedAt) throw new AppError('not-found', 'cohort that runs')
}
