import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { sql } from '@/server/db/client'
import { findCohort } from '@/server/db/cohort/cohorts'
import {
  answerCosignature,
  askToCosign,
  type CosignatureAnswer,
  cohortCosigners,
} from '@/server/institution/face/cosign'
import { readFace } from '@/server/institution/face/read-face'
import { saveFace, type WantedLogo } from '@/server/institution/face/save-face'
import { teach } from './cohorts'
import { certifiedLearner, learnerInExam } from './exam-taken'
import { actorNow } from './staff'

type Someone = { accountId: string; sessionId: string }

/** Somebody in the exam of a course that she takes in a cohort of the institution. */
export async function learnerOf(institutionId: string) {
  return learnerInExam({ taught: (who) => teach(institutionId, who) })
}

/** The same after she has passed it. */
export async function certifiedIn(institutionId: string) {
  return certifiedLearner({ taught: (who) => teach(institutionId, who) })
}

/** A logo: a shape of this colour. */
export const logoOf = (colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><path d="M10 50h100L60 5z" fill="${colour}"/></svg>`,
  )

export const FACE = {
  nameEnglish: 'Judicial Training Institute',
  addressArabic: 'زنقة الزيتون، رقم 12، الرباط',
  addressLatin: '12, rue de l’Olivier, Rabat',
  helpEmail: 'aide@ecole.example.ma',
  helpPhone: null,
}
export const DIRECTOR = {
  nameArabic: 'نادية الفاسي',
  nameLatin: 'Nadia El Fassi',
  titleArabic: 'المديرة العامة للمعهد',
  titleLatin: 'Directrice générale de l’Institut',
  fromDay: '2026-01-01',
  toDay: null,
}

export async function mayChangeFace(who: Someone, institutionId: string) {
  return permitFor(await actorNow(who), 'face:change', { institutionId })
}

/** Answers what was asked, as its page shows it. */
export async function answer(
  may: Awaited<ReturnType<typeof mayChangeFace>>,
  id: string,
  what: CosignatureAnswer,
  now: Date,
) {
  const seen = (await readFace(may)).asked.find((one) => one.id === id)?.courses ?? []
  return answerCosignature(may, id, { answer: what, seen: seen.map(({ courseId }) => courseId) }, now)
}

export async function mayCosign(who: Someone, cohortId: string) {
  const cohort = await findCohort(sql(), cohortId)
  if (!cohort) throw new Error('no cohort')
  return permitFor(await actorNow(who), 'cohort:cosign', targetOf(cohort))
}

/** Saves a face as her form would, which shows the present version. */
export async function save(who: Someone, institutionId: string, logo: WantedLogo, now: Date, fields: object = {}) {
  const permit = await mayChangeFace(who, institutionId)
  const { version } = (await readFace(permit)).face
  return saveFace(permit, { ...FACE, ...fields, version }, logo, now)
}

/** Asks an institution to sign the certificates of a cohort too. @returns the id of what was asked. */
export async function ask(who: Someone, cohortId: string, institutionId: string, now: Date): Promise<string> {
  const permit = await mayCosign(who, cohortId)
  await askToCosign(permit, institutionId, now)
  const { asked } = await cohortCosigners(permit)
  const one = asked.findLast((row) => row.institutionId === institutionId)
  if (!one) throw new Error('not asked')
  return one.id
}
