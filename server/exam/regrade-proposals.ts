import 'server-only'
import { type RegradeReport, reportRegrade } from '@/domain/cohort/statistics/regrade-report'
import { examRuleOf } from '@/domain/course/graded'
import { AppError } from '@/domain/errors'
import { type NewRegrade, REGRADE_EFFECTS, type RegradeEffect, regradeExam } from '@/domain/exam/regrade'
import type { RegradeDecision } from '@/domain/exam/regrade-decision'
import { isGradedAlike } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import type { Permit } from '../auth/permit'
import { currentRelease, loadRelease } from '../content/releases'
import { recordAct } from '../db/audit/audit'
import { db, sql, type Tx } from '../db/client'
import { findNewestRelease, lockReleases } from '../db/course/releases'
import { findQuestionsOf } from '../db/exam/attempts'
import {
  closeRegrade,
  findConcerned,
  findCorrectedKeys,
  findRegrade,
  findRegradesOf,
  type HandedIn,
  insertRegrade,
  isConcerned,
  listRegrades,
} from '../db/exam/regrades'
import { wake } from '../queue/wake'
import { rightKeysOf, withRightKeys } from './right-keys'

const SHOWN = 100
const AT_ONCE = 200

/** The proposals, and the questions whose key a release has corrected. */
export async function regradesPage(_: Permit<'regrade:propose'>) {
  const [proposals, corrected] = await Promise.all([listRegrades(db(), SHOWN), findCorrectedKeys(sql())])
  const candidates = await Promise.all(
    corrected.map(async ({ courseId, questionId }) => {
      const release = await currentRelease(courseId)
      const question = release?.course.bank.find(({ id }) => id === questionId)
      return question && release ? [{ courseId, questionId, title: release.course.file.title }] : []
    }),
  )
  return { proposals, candidates: candidates.flat() }
}

/** @throws {AppError} not-found */
export async function openRegrade(id: string) {
  const proposal = /^[0-9a-f-]{36}$/.test(id) ? await findRegrade(db(), id) : null
  if (!proposal) throw new AppError('not-found', 'proposal to grade again')
  const { course, questions } = await loadRelease(proposal.releaseId)
  const stem = questions.get(proposal.questionId)?.stem ?? null
  return { proposal, title: course.file.title, stem }
}
export type OpenedRegrade = Awaited<ReturnType<typeof openRegrade>>

/**
 * Proposes to grade again the exams that asked a question with a wrong key, by its key in the newest release. Nothing
 * changes until a second person agrees.
 *
 * @returns the id of the proposal.
 * @throws {AppError} not-found for a question whose key did not change; forbidden if she has sat one of these exams;
 * already-proposed
 */
export async function proposeRegrade(
  { actor }: Permit<'regrade:propose'>,
  { courseId, questionId, reason }: NewRegrade & { reason: string },
  now: Date,
): Promise<string> {
  const release = await currentRelease(courseId)
  const right = release?.course.bank.find(({ id }) => id === questionId)
  const corrected = await findCorrectedKeys(sql())
  if (!release || !right || !corrected.some((each) => each.courseId === courseId && each.questionId === questionId)) {
    throw new AppError('not-found', 'question with a corrected key')
  }
  // Nobody may propose what concerns her own exam.
  if (actor.accountId && (await isConcerned(sql(), actor.accountId, { courseId, questionId }))) {
    throw new AppError('forbidden', 'her own exam')
  }
  const effect = await effectOf({ courseId, questionId, releaseId: release.id })
  const by = { proposedById: actor.accountId, proposedAt: now }
  const id = await db().$transaction(async (tx) => {
    const made = await insertRegrade(tx, { courseId, questionId, releaseId: release.id, reason, effect, ...by })
    if (made === null) throw new AppError('already-proposed')
    await recordAct(tx, { act: 'regrade-proposed', actorId: actor.accountId, reason, details: { courseId } }, now)
    return made
  })
  return id
}

/** The effect of grading again, as counts of people: each is counted once, by the greatest effect on her exams. */
async function effectOf(key: { courseId: string; questionId: string; releaseId: string }): Promise<RegradeReport> {
  const most = new Map<string, RegradeEffect>()
  const rank = (effect: RegradeEffect) => REGRADE_EFFECTS.indexOf(effect)
  for (let after: string | null = null; ; ) {
    const exams: HandedIn[] = await findConcerned(sql(), { ...key, proposalId: null }, { after, limit: AT_ONCE })
    for (const [accountId, effect] of await effectsOf(exams, key)) {
      const known = most.get(accountId)
      if (known === undefined || rank(effect) > rank(known)) most.set(accountId, effect)
    }
    after = exams.at(-1)?.id ?? after
    if (exams.length < AT_ONCE) return reportRegrade([...most.values()])
  }
}

async function effectsOf(
  exams: readonly HandedIn[],
  key: { courseId: string; questionId: string; releaseId: string },
): Promise<[string, RegradeEffect][]> {
  const rows = await findQuestionsOf(
    db(),
    exams.map(({ id }) => id),
  )
  const effects: [string, RegradeEffect][] = []
  for (const { id, accountId, releaseId, earned, passed } of exams) {
    const release = await loadRelease(releaseId)
    const asked = release.questions.get(key.questionId)
    const rights = await rightKeysOf([{ id: '', ...key }])
    if (!asked || !differs(asked, rights[0]?.question)) continue
    const earlier = await rightKeysOf(await findRegradesOf(sql(), id))
    const answered = (rows.get(id) ?? []).flatMap(({ questionId, answer }) => {
      const question = release.questions.get(questionId)
      return question ? [{ question, answer }] : []
    })
    const keyed = withRightKeys(answered, release, [...earlier, ...rights])
    effects.push([accountId, regradeExam(keyed, examRuleOf(release.course).passRate, { earned, passed }).effect])
  }
  return effects
}

const differs = (asked: QuestionKey, right: QuestionKey | undefined) =>
  right !== undefined && !isGradedAlike(asked, right)

type Stored = OpenedRegrade['proposal']

/** The target of the permission to decide. `concerned`: it concerns the caller's own exam, so she may not decide. */
export async function regradeTarget({ actor }: Permit<'regrade:propose'>, proposal: Stored) {
  const concerned = actor.accountId !== null && (await isConcerned(sql(), actor.accountId, proposal))
  return { proposedBy: proposal.proposedById, concerned }
}

/** @throws {AppError} forbidden if another person proposed it; already-decided */
export async function takeBackRegrade(permit: Permit<'regrade:propose'>, proposal: Stored, now: Date): Promise<void> {
  if (proposal.proposedById !== permit.actor.accountId) throw new AppError('forbidden', 'proposal of somebody else')
  const takenBack = { id: proposal.id, decision: 'taken-back', reason: null } as const
  await db().$transaction((tx) => closeWith(tx, permit.actor.accountId, takenBack, now))
}

const ACTS = {
  accepted: 'regrade-accepted',
  refused: 'regrade-refused',
  'taken-back': 'regrade-taken-back',
} as const

type Answer = { id: string; decision: RegradeDecision; reason: string | null }

/**
 * Records the answer to a proposal. An accepted one is carried out by a job; exams that are under way are graded by the
 * right key when they are handed in.
 *
 * @throws {AppError} already-decided; conflict if the key was corrected again since the proposal, which can only be
 * refused then: what grading again gives, it never takes back
 */
export async function decideRegrade({ actor }: Permit<'regrade:decide'>, answer: Answer, now: Date): Promise<void> {
  const { proposal } = await openRegrade(answer.id)
  await db().$transaction(async (tx) => {
    if (answer.decision === 'accepted') await requireNewestKey(tx, proposal)
    await closeWith(tx, actor.accountId, answer, now)
  })
  await wake('lists')
}

/** Locks the releases of the course, so that nobody publishes another key between this look and the decision. */
async function requireNewestKey(tx: Tx, { courseId, questionId, releaseId }: Stored): Promise<void> {
  await lockReleases(tx, courseId)
  // Asks the database: this process may not know yet of a release that was published a moment ago.
  const newest = await findNewestRelease(tx, courseId)
  const right = newest && (await loadRelease(newest.id)).course.bank.find(({ id }) => id === questionId)
  const key = (await loadRelease(releaseId)).questions.get(questionId)
  if (!right || !key || !isGradedAlike(key, right)) throw new AppError('conflict', 'the key was corrected again')
}

async function closeWith(tx: Tx, accountId: string, { id, decision, reason }: Answer, now: Date): Promise<void> {
  const by = { decidedById: accountId, decidedAt: now }
  if (!(await closeRegrade(tx, id, { decision, ...by, refusalReason: reason }))) throw new AppError('already-decided')
  await recordAct(tx, { act: ACTS[decision], actorId: accountId, reason, details: { proposal: id } }, now)
}
