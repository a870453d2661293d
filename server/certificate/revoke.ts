import 'server-only'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { type CertificateRow, lockCertificate, revokeCertificateRow } from '../db/certificate/certificates'
import { type Db, db } from '../db/client'
import { requireInForce } from './require-in-force'

/** Why a certificate is withdrawn, and who decided it. Both ids are null for the server's command line. */
export type Grounds = { reason: string; actorId: string | null; institutionId: string | null }

/**
 * Revokes a certificate, also one whose account was deleted.
 *
 * @throws {AppError} not-found, not-in-force, with a sentence for the person at the command line.
 */
export async function revokeCertificate(
  { target }: Permit<'certificate:revoke'>,
  reason: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const certificate = requireInForce(target.number, await lockCertificate(tx, target.number))
    await revokeInForce(tx, certificate, { reason, actorId: null, institutionId: null }, now)
  })
}

/** @param certificate locked in this transaction, and in force. */
export async function revokeInForce(
  tx: Db,
  { id, number, accountId }: CertificateRow,
  grounds: Grounds,
  now: Date,
): Promise<void> {
  await revokeCertificateRow(tx, id, grounds.reason, now)
  await recordAct(tx, { act: 'certificate-revoked', subjectId: accountId, details: { number }, ...grounds }, now)
}
