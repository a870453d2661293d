import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Caller } from '../auth/caller'
import type { Permit } from '../auth/permit'
import { paperOf } from '../certificate/paper-of'
import type { LoadedRelease } from '../content/releases'
import { sql } from '../db/client'
import type { Learner } from '../db/course/learners'
import { findAfterExam } from '../db/exam/after-exam'
import { firstNotBegun } from './my-learning'

export type AfterExam = {
  /** The certificate in force for the course, as its paper shows it. */
  certificate: Awaited<ReturnType<typeof paperOf>> | null
  /** The course that comes after all that she has begun. */
  nextCourse: LoadedRelease | null
}

/** What a learner has and can do after she has passed the exam of a course. */
export async function afterExam(
  _: Permit<'exam:sit'>,
  caller: Caller,
  { accountId, certificate }: Learner,
  locale: Locale,
): Promise<AfterExam> {
  const { held, begun } = await findAfterExam(sql(), accountId, certificate)
  return {
    certificate: held && (await paperOf(held, locale)),
    nextCourse: await firstNotBegun(caller, new Set(begun)),
  }
}
