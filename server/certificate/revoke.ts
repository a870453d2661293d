import 'server-only'
import type { Permit } from '../auth/permit'
import { lockCertificate, revokeCertificateRow } from '../db/certificates'
import { db } from '../db/client'
import { requireInForce } from './require-in-force'

/**
 * Withdraws a certificate, also one whose account was deleted.
 *
 * @throws {AppError} not-found, conflict, with a sentence for the person at the command line.
 */
export async function revokeCertificate(
  { target }: Permit<'certificate:revoke'>,
  reason: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id } = requireInForce(target.number, await lockCertificate(tx, target.number))
    await revokeCertificateRow(tx, id, reason, now)
  })
}
