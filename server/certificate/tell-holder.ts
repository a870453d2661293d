import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { nameIn } from '@/domain/person/name-in'
import { findAccount } from '../db/account/accounts'
import type { ProposalRow } from '../db/certificate/certificate-proposals'
import type { CertificateRow } from '../db/certificate/certificates'
import type { Db } from '../db/client'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'
import { certificateFacts } from './certificate-facts'

const KINDS = { revoke: 'certificateRevoked', supersede: 'certificateSuperseded' } as const

/** Writes to the holder what happened to her certificate, why, and whom to ask, with a link to her certificates. */
export async function tellHolder(
  tx: Db,
  held: CertificateRow & { accountId: string },
  { act, reason, institution }: ProposalRow,
  now: Date,
): Promise<void> {
  const account = await findAccount(tx, held.accountId)
  if (!account) return
  const { email: to, locale } = account
  const { course } = await certificateFacts(held)
  const link = new URL(`/${locale}/certificates`, env().publicUrl).href
  // Within Arabic text a number would be displayed in the wrong order.
  const number = `\u2066${formatCertificateNumber(held.number)}\u2069`
  const about = { institution: nameIn(institution, locale), course: course[locale], number, reason }
  const letter = { kind: KINDS[act], to, name: nameIn(account, locale), locale, link, about }
  await storeNecessary(tx, letter, { accountId: account.id }, now)
}
