import 'server-only'
import type { Invited as InvitedFacts, Letter } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { hashOf } from '../account/email-link'
import type { Db } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { insertInvitation } from '../db/cohort/invitations'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'
import { secretToken } from '../random'
import type { Recipient } from './people/recipients'

const VALID_DAYS = 21
const DAY_MS = 86_400_000

export type Invited = Recipient & { memberId: string }
/** The names in the letter in each language, and what an invitation says besides. */
export type InvitationFacts = Record<Locale, { institution: string; course: string }> & { invited: InvitedFacts }

/** Makes an invitation and stores its letter, in the transaction that adds the member. */
export async function invite(
  tx: Db,
  { memberId, email, name, locale }: Invited,
  cohort: Pick<CohortRow, 'name'>,
  facts: InvitationFacts,
  now: Date,
): Promise<void> {
  const token = secretToken()
  const expiresAt = invitationEnds(now)
  await insertInvitation(tx, { memberId, hash: hashOf(token), expiresAt }, now)
  await storeNecessary(
    tx,
    invitationLetter({ email, name, locale }, cohort, facts, { token, expiresAt }),
    { memberId },
    now,
  )
}

/** When an invitation that is sent now stops working. */
export function invitationEnds(now: Date): Date {
  return new Date(now.getTime() + VALID_DAYS * DAY_MS)
}

export function invitationLetter(
  { email, name, locale }: Recipient,
  cohort: Pick<CohortRow, 'name'>,
  facts: InvitationFacts,
  { token, expiresAt }: { token: string; expiresAt: Date },
): Letter<'invitation'> {
  const link = new URL(`/${locale}/invitation`, env().publicUrl)
  link.searchParams.set('token', token)
  const about = { ...facts[locale], cohort: cohort.name, until: expiresAt.toISOString(), invited: facts.invited }
  return { kind: 'invitation', to: email, name, locale, link: link.href, about }
}
