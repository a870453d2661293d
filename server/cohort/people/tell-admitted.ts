import 'server-only'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Db } from '../../db/client'
import type { MemberRow } from '../../db/cohort-members'
import type { CohortRow } from '../../db/cohorts'
import { env } from '../../env'
import { storeNecessary } from '../../mail/store-letters'
import { cohortFacts } from '../cohort-facts'

/** Writes to a person whom somebody else put in a cohort, with a link to her course. */
export async function tellAdmitted(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  await tell(tx, member, cohort, { kind: 'admitted', path: `/courses/${cohort.courseId}` }, now)
}

/** Writes to a person whose request was accepted while no seat is free. */
export async function tellQueued(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  await tell(tx, member, cohort, { kind: 'queued', path: '/learning' }, now)
}

/** Writes to a person whose request was refused, and why. */
export async function tellRefused(
  tx: Db,
  member: MemberRow,
  cohort: CohortRow,
  reason: string,
  now: Date,
): Promise<void> {
  await tell(tx, member, cohort, { kind: 'refused', path: '/learning', reason }, now)
}

type News = { kind: 'admitted' | 'queued' | 'refused'; path: string; reason?: string }

async function tell(tx: Db, member: MemberRow, cohort: CohortRow, { kind, path, reason }: News, now: Date) {
  const locale = member.locale as Locale
  const link = new URL(`/${locale}${path}`, env().publicUrl).href
  const about = { ...(await cohortFacts(tx, cohort))[locale], cohort: cohort.name, ...(reason && { reason }) }
  const letter = { kind, to: member.email, name: nameIn(member, locale), locale, link, about }
  await storeNecessary(tx, letter, { memberId: member.id }, now)
}
