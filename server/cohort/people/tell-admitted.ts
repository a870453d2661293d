import 'server-only'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Db } from '../../db/client'
import type { MemberRow } from '../../db/cohort-members'
import type { CohortRow } from '../../db/cohorts'
import { insertMail } from '../../db/mails'
import { env } from '../../env'
import { cohortFacts } from '../cohort-facts'

/** Writes to who was put in a cohort by somebody else, with the way to her course. */
export async function tellAdmitted(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  const locale = member.locale as Locale
  const link = new URL(`/${locale}/courses/${cohort.courseId}`, env().publicUrl).href
  const about = { ...(await cohortFacts(tx, cohort))[locale], cohort: cohort.name }
  const letter = { kind: 'admitted', to: member.email, name: nameIn(member, locale), locale, link, about } as const
  await insertMail(tx, letter, { memberId: member.id }, now)
}
