import 'server-only'
import { hkdfSync } from 'node:crypto'
import { shuffle } from '@/domain/shuffle'
import { surveyState } from '@/domain/survey/survey'
import { type SurveyAnswers, surveyAnswersSchema } from '@/domain/survey/survey-answers'
import { sealer } from '../auth/seal'
import { db, sql, type Tx } from '../db/client'
import { findAnswers, freeDeletedRows, lockSurvey, rewriteAnswers } from '../db/survey/surveys'
import { findSurveysWithWaiting, findWaiting, insertWaiting, takeWaiting } from '../db/survey/waiting-answers'
import { signingSeed } from '../keys'
import { secureRandom } from '../random'

/**
 * So many answers are written together at least: each could be that of any of so many people. As many as a text needs.
 * As many wait on, so that those that are written when the survey closes are not fewer.
 */
export const MIXED_TOGETHER = 10
/** The length of a sealed answer must not tell how much a person wrote. */
const STEP = 4096

// From the key that is kept for ever: with a key that may be replaced, answers that wait would be lost.
const { seal, unseal } = sealer(
  async () => new Uint8Array(hkdfSync('sha256', await signingSeed(), '', 'waiting answers, AES-256-GCM', 32)),
)

/** Stores an answer encrypted, so that the transaction that also marks its person joins her to nothing readable. */
export async function storeWaiting(tx: Tx, surveyId: string, answers: SurveyAnswers): Promise<void> {
  const text = JSON.stringify(answers)
  const bytes = Buffer.byteLength(text)
  // JSON may end with spaces.
  const padded = text + ' '.repeat(Math.ceil(bytes / STEP) * STEP - bytes)
  await insertWaiting(tx, surveyId, await seal(padded, surveyId))
}

/**
 * Takes the waiting answers of a survey, but for `left` of them, drawn at random. @throws if one cannot be opened, because the site has another key; then nothing
 * is lost, since the transaction is undone.
 */
export async function openWaiting(tx: Tx, surveyId: string, left = 0): Promise<SurveyAnswers[]> {
  const answers: SurveyAnswers[] = []
  const taken = shuffle(await findWaiting(tx, surveyId), secureRandom).slice(left)
  for (const sealed of await takeWaiting(tx, taken)) {
    const text = await unseal(sealed, surveyId)
    if (text === null) throw new Error('a waiting answer cannot be opened: was SIGNING_KEY replaced?')
    answers.push(surveyAnswersSchema.parse(JSON.parse(text)))
  }
  return answers
}

/**
 * Mixes the answers that wait, once there are enough, with those of the same survey that were mixed before: all are
 * written anew by one transaction, in a random order and under new ids. No row then has anything in common with the
 * mark of the person who wrote it.
 *
 * @returns the number of surveys.
 */
export async function mixAnswers(now: Date): Promise<number> {
  let mixed = 0
  for (const id of await findSurveysWithWaiting(sql(), 2 * MIXED_TOGETHER)) if (await mixSurvey(id, now)) mixed++
  if (mixed > 0) await freeDeletedRows(sql())
  return mixed
}

async function mixSurvey(id: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const survey = await lockSurvey(tx, id, 'alone')
    if (!survey || surveyState(survey, now) !== 'open') return false
    const answers = [...(await findAnswers(tx, id)), ...(await openWaiting(tx, id, MIXED_TOGETHER))]
    await rewriteAnswers(tx, id, shuffle(answers, secureRandom))
    return true
  })
}
