import 'server-only'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { haveSameNames, initialsOf } from '@/domain/certificate/match-name'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { correctNames, findAccount, lockAccount } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import {
  type CertificateRow,
  findCertificate,
  lockCertificate,
  replaceCertificate,
} from '../db/certificate/certificates'
import { db, type Tx } from '../db/client'
import { type Confirmer, findConfirmer } from '../db/institution/confirmations'
import { secretToken, secureRandom } from '../random'
import { tellIssued } from '../webhook/tell'
import { requireInForce } from './require-in-force'
import { requireNames } from './require-names'
import type { Grounds } from './revoke'

/**
 * Issues a new certificate in place of one with wrong names: a new number, the same facts, today's date. A name that is
 * not given stays as it is on the paper; given names also correct the account.
 *
 * @returns the new number.
 * @throws {AppError} not-found, not-in-force, confirmed-elsewhere, conflict, with a sentence for the person at the
 * command line.
 */
export async function supersedeCertificate(
  { target }: Permit<'certificate:supersede'>,
  { reason, names }: { reason: string; names: Partial<Names> },
  now: Date,
): Promise<string> {
  // In one transaction: nobody may see an old certificate that refers to a new one which does not exist, or the
  // reverse.
  return db().$transaction(async (tx) => {
    const old = requireInForce(target.number, await lockWithHolder(tx, target.number))
    await requireNames(tx, old, names, null)
    return supersedeInForce(tx, old, names, { reason, actorId: null, institutionId: null }, now)
  })
}

/**
 * Locks the account first, in the same order as its deletion, so that the two cannot deadlock. Null if no certificate
 * has the number.
 */
export async function lockWithHolder(tx: Tx, number: string): Promise<CertificateRow | null> {
  const accountId = (await findCertificate(tx, number))?.accountId
  if (accountId) await lockAccount(tx, accountId)
  return lockCertificate(tx, number)
}

/**
 * @param old locked with its holder in this transaction, and in force. @returns the new number. @throws {AppError}
 * conflict
 */
export async function supersedeInForce(
  tx: Tx,
  old: CertificateRow,
  names: Partial<Names>,
  { paperHash = old.paperHash, ...grounds }: Grounds & { paperHash?: string | null },
  now: Date,
): Promise<string> {
  const account = old.accountId ? await findAccount(tx, old.accountId) : null
  if (!account)
    throw new AppError('conflict', 'The account of this certificate was deleted: it can be revoked, not superseded.')
  const corrected = { nameArabic: account.nameArabic, nameLatin: account.nameLatin, ...names }
  await correctNames(tx, account.id, corrected)
  const onPaper = { nameArabic: old.nameArabic ?? '', nameLatin: old.nameLatin ?? '' }
  const { nameArabic, nameLatin } = { ...onPaper, ...names }
  const confirmer = confirmerOf(
    { nameArabic, nameLatin },
    { old: { ...old, ...onPaper }, account: corrected, now: await findConfirmer(tx, old) },
  )
  const number = makeCertificateNumber(secureRandom)
  await replaceCertificate(tx, old, grounds.reason, {
    number,
    accountId: account.id,
    attemptId: old.attemptId,
    releaseId: old.releaseId,
    courseId: old.courseId,
    seminarId: old.seminarId,
    registrationId: old.registrationId,
    nameArabic,
    nameLatin,
    initials: initialsOf(nameLatin),
    shareToken: secretToken(),
    issuedAt: now,
    ...confirmer,
    // The paper stays the same, unless the half-days of an attestation are corrected.
    paperHash,
  })
  await tellIssued(tx, number, old.attemptId, now)
  const details = { number: old.number, successor: number }
  await recordAct(tx, { act: 'certificate-superseded', subjectId: account.id, details, ...grounds }, now)
  return number
}

const NOBODY: Confirmer = { confirmerArabic: null, confirmerLatin: null }

/**
 * The institution that confirmed the names of the new certificate. Its name stays as on the old certificate, unless the
 * confirmation was withdrawn. It is given only beside names that the institution has confirmed: those of the old
 * certificate or those of the account.
 *
 * @param now the institution that confirms the account at present.
 */
function confirmerOf(names: Names, { old, account, now }: { old: Names & Confirmer; account: Names; now: Confirmer }) {
  const kept = old.confirmerLatin !== null && now.confirmerLatin !== null
  if (kept && haveSameNames(names, old)) return wordsOf(old)
  if (!haveSameNames(names, account)) return NOBODY
  return wordsOf(kept ? old : now)
}

const wordsOf = ({ confirmerArabic, confirmerLatin }: Confirmer): Confirmer => ({ confirmerArabic, confirmerLatin })
