import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import type { NumberProblem } from '@/domain/certificate/number-problem'
import { spendLimit } from '../auth/limits'
import { findCertificate } from '../db/certificate/certificates'
import { sql } from '../db/client'
import { certificateFacts, withoutMark } from './certificate-facts'
import type { Origin } from './open-certificate'
import { keyOpens } from './share-link'

export type Verification =
  | { status: 'unknown'; problem: NumberProblem }
  | {
      status: 'found'
      facts: CertificateFacts
      /** The full name, if the link carries the holder's key. `gone`: the account was deleted. */
      name: { status: 'shown'; nameArabic: string; nameLatin: string } | { status: 'hidden' | 'gone' }
    }

/** What anyone with the number may see. @throws {AppError} too-many-requests */
export async function verifyCertificate(typed: string, key: string | null, from: Origin): Promise<Verification> {
  const reading = readCertificateNumber(typed)
  if (reading.status !== 'well-formed') return { status: 'unknown', problem: reading.status }
  await spendLimit('verify', from.address, from.now)
  const row = await findCertificate(sql(), reading.number)
  if (!row) return { status: 'unknown', problem: 'unknown' }
  const { nameArabic, nameLatin } = row
  const gone = nameArabic === null || nameLatin === null
  const name = gone
    ? ({ status: 'gone' } as const)
    : keyOpens(row, key)
      ? ({ status: 'shown', nameArabic, nameLatin } as const)
      : ({ status: 'hidden' } as const)
  const facts = await certificateFacts(row)
  return { status: 'found', facts: name.status === 'shown' ? facts : withoutMark(facts), name }
}
