import 'server-only'
import type { Letter } from '@/domain/letter/letter'
import type { Db } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { env } from '../../env'
import { storeNecessary } from '../../mail/store-letters'
import { cohortFacts } from '../cohort-facts'
import { inCourse } from '../courses'
import type { InvitationFacts } from '../invite'
import { type Recipient, recipientOf } from './recipients'

/** Writes to a person whom somebody else put in a cohort, with a link to the first of her courses. */
export async function tellAdmitted(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  await tell(tx, member, cohort, { kind: 'admitted', path: pathOf('admitted', cohort) }, now)
}

/** Writes to a person whose request was accepted while no seat is free. */
export async function tellQueued(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  await tell(tx, member, cohort, { kind: 'queued', path: pathOf('queued', cohort) }, now)
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

async function tell(tx: Db, member: MemberRow, cohort: CohortRow, news: News, now: Date) {
  const letter = newsLetter(await recipientOf(tx, member), cohort, await cohortFacts(tx, cohort), news)
  await storeNecessary(tx, letter, { memberId: member.id }, now)
}

/** A letter about her place, in her language. */
function newsLetter(
  { email, name, locale }: Recipient,
  cohort: CohortRow,
  facts: InvitationFacts,
  { kind, path, reason }: News,
): Letter<News['kind']> {
  const link = new URL(`/${locale}${path}`, env().publicUrl).href
  const about = { ...facts[locale], cohort: cohort.name, ...(reason && { reason }) }
  return { kind, to: email, name, locale, link, about }
}

/** The letter of `tellAdmitted` or `tellQueued`, to be shown before it is sent. */
export function newsPreview(
  kind: 'admitted' | 'queued',
  recipient: Recipient,
  cohort: CohortRow,
  facts: InvitationFacts,
): Letter<News['kind']> {
  return newsLetter(recipient, cohort, facts, { kind, path: pathOf(kind, cohort) })
}

function pathOf(kind: 'admitted' | 'queued', cohort: CohortRow): string {
  return kind === 'admitted' ? `/courses/${inCourse(cohort).courseId}` : '/learning'
}
