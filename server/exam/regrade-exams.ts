import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import { regradeExam } from '@/domain/exam/regrade'
import type { Letter, RegradeFacts } from '@/domain/letter/letter'
import { localeSchema } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { findAccount, lockAccount } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { db, sql, type Tx } from '../db/client'
import { findLearner } from '../db/course/learners'
import { findQuestions, lockAttempt } from '../db/exam/attempts'
import {
  endRegrade,
  findConcerned,
  findOpenRegrades,
  findRegradesOf,
  type HandedIn,
  insertRegraded,
  type RegradeKey,
  raiseResult,
  wasCertified,
} from '../db/exam/regrades'
import { env } from '../env'
import { logBug } from '../log'
import { storeNecessary } from '../mail/store-letters'
import { tellCompleted } from '../webhook/tell'
import { issueCertificate } from './issue-certificate'
import { rightKeysOf, withRightKeys } from './right-keys'

type Open = RegradeKey & { decidedById: string | null }

const AT_ONCE = 100

/**
 * Grades again the exams that accepted proposals concern. Each exam is one transaction with its certificate, its letter
 * and its audit entry: if the process is killed, the next run continues with the others, and a second process skips
 * what the first has done. @returns whether all could be graded.
 */
export async function regradeExams(now: Date): Promise<boolean> {
  let fine = true
  for (const proposal of await findOpenRegrades(sql())) {
    const done = await regradeFor(proposal, now)
    if (done) await endRegrade(sql(), proposal.id, now)
    fine &&= done
  }
  return fine
}

async function regradeFor(proposal: Open, now: Date): Promise<boolean> {
  let fine = true
  const { courseId, questionId, id: proposalId } = proposal
  for (let after: string | null = null; ; ) {
    const concerned: HandedIn[] = await findConcerned(
      sql(),
      { courseId, questionId, proposalId },
      { after, limit: AT_ONCE },
    )
    for (const exam of concerned) fine = (await regradeOrLog(exam, proposal, now)) && fine
    after = concerned.at(-1)?.id ?? after
    if (concerned.length < AT_ONCE) return fine
  }
}

async function regradeOrLog(exam: HandedIn, proposal: Open, now: Date): Promise<boolean> {
  try {
    // Loaded before the transaction, which would otherwise wait for a second connection.
    const release = await loadRelease(exam.releaseId)
    await rightKeysOf([...(await findRegradesOf(sql(), exam.id)), proposal])
    await db().$transaction((tx) => regradeOne(tx, { exam, release, proposal }, now))
    return true
  } catch (error) {
    logBug(error, { job: 'regrade' })
    return false
  }
}

type One = { exam: HandedIn; release: LoadedRelease; proposal: Open }

async function regradeOne(tx: Tx, { exam, release, proposal }: One, now: Date): Promise<void> {
  const { id: attemptId, accountId } = exam
  // Locks the account first, as handing in does, so that the two cannot deadlock.
  const names = await lockAccount(tx, accountId)
  if (!names || !(await lockAttempt(tx, attemptId))) return
  const before = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { earned: true, possible: true, passed: true },
  })
  const rights = await rightKeysOf([...(await findRegradesOf(tx, attemptId)), proposal])
  const { passRate } = examRuleOf(release.course)
  const answered = (await findQuestions(tx, attemptId)).flatMap(({ questionId, answer }) => {
    const question = release.questions.get(questionId)
    return question ? [{ question, answer }] : []
  })
  const graded = { earned: before.earned ?? 0, passed: before.passed ?? false }
  const { effect, earned, passed } = regradeExam(withRightKeys(answered, release, rights), passRate, graded)
  const row = { proposalId: proposal.id, attemptId, effect, earnedBefore: graded.earned, earnedAfter: earned }
  if (!(await insertRegraded(tx, row, now)) || effect === 'none') return
  await raiseResult(tx, attemptId, { earned, passed })
  const certified =
    effect === 'passed' &&
    (await certify(tx, { exam, release, names, score: earned / (before.possible ?? earned) }, now))
  await tell(tx, { exam, release, regraded: certified ? 'certified' : effect }, now)
  const details = { course: exam.courseId, effect }
  await recordAct(tx, { act: 'exam-regraded', actorId: proposal.decidedById, subjectId: accountId, details }, now)
}

type Passed = Pick<One, 'exam' | 'release'> & { names: { nameArabic: string; nameLatin: string }; score: number }

/** Issues the certificate if her lessons are done, unless she ever had one. @returns whether it was issued. */
async function certify(tx: Tx, { exam, release, names, score }: Passed, now: Date): Promise<boolean> {
  const { accountId, courseId, releaseId } = exam
  const learner = await findLearner(tx, accountId, courseId)
  if (!learner || !asLearnerCourse(release, learner, now).progress.lessonsDone) return false
  await tellCompleted(tx, { accountId, courseId, attemptId: exam.id, seminarId: null, issuedAt: now }, now)
  if (await wasCertified(tx, accountId, courseId)) return false
  const language = localeSchema.nullable().parse(exam.language)
  const attempt = { id: exam.id, releaseId }
  await issueCertificate(tx, { learner, names, attempt, issuedAt: now, course: release.course, language, score })
  return true
}

type Told = Pick<One, 'exam' | 'release'> & { regraded: RegradeFacts['regraded'] }

async function tell(tx: Tx, { exam: { accountId, courseId }, release, regraded }: Told, now: Date): Promise<void> {
  const account = await findAccount(tx, accountId)
  if (!account) return
  const { email: to, locale } = account
  const link = new URL(`/${locale}/courses/${courseId}/exam/result`, env().publicUrl).href
  const about = { course: release.course.file.title[locale], regraded }
  const letter: Letter<'regraded'> = { kind: 'regraded', to, name: nameIn(account, locale), locale, link, about }
  await storeNecessary(tx, letter, { accountId }, now)
}
