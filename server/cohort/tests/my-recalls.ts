import 'server-only'
import type { RecallForm } from '@/domain/cohort/recall'
import { RETENTION_QUESTIONS } from '@/domain/course/reserved-for-retention'
import type { Localized } from '@/domain/locale'
import type { Permit } from '../../auth/permit'
import { currentRelease } from '../../content/releases'
import { sql } from '../../db/client'
import { findOpenRecalls } from '../../db/cohort/recall-tests'

type Offer = {
  cohortId: string
  courseId: string
  form: RecallForm
  title: Localized
  questions: number
  closesAt: Date
}

/** The recall tests that are open to the person now. */
export async function myRecalls({ target }: Permit<'account:read'>, now: Date): Promise<Offer[]> {
  const open = await findOpenRecalls(sql(), target.accountId, now)
  const offers = await Promise.all(
    open.map(async ({ cohortId, courseId, form, closesAt }) => {
      const title = (await currentRelease(courseId))?.course.file.title
      return title ? [{ cohortId, courseId, form, closesAt, title, questions: RETENTION_QUESTIONS }] : []
    }),
  )
  return offers.flat()
}
