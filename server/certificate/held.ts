import 'server-only'
import type { Names } from '@/domain/access/profile'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { readSought } from '@/domain/certificate/sought'
import { AppError } from '@/domain/errors'
import { requireInstitution } from '../access/institutions'
import { noteShown } from '../access/note-views'
import { type Permit, requirePermission } from '../auth/permit'
import { findCertificate } from '../db/certificates'
import { db } from '../db/client'
import { findHeldCertificates } from '../db/held-certificates'
import { findInstitutionsOf } from '../db/learners-of'
import { findOpenProposals, findProposals, type NamedProposal, type OpenProposal } from '../db/proposals'
import { certificateFacts } from './certificate-facts'

export const CERTIFICATES_SHOWN = 50
/** A proposal as pages show it. */
export type Proposal = NamedProposal
export type Held = {
  certificates: readonly (Names & { facts: CertificateFacts; pending: boolean })[]
  /** There are more of them on the next page. */
  more: boolean
  open: readonly OpenProposal[]
}

/** The certificates of who learns in an institution, and what waits for a second person. @param page the first is 1. */
export async function heldCertificates(
  permit: Permit<'certificate:list'>,
  typed: string,
  page: number,
  now: Date,
): Promise<Held> {
  const { institutionId } = permit.target
  const window = { from: (page - 1) * CERTIFICATES_SHOWN, limit: CERTIFICATES_SHOWN + 1 }
  const [rows, open] = await Promise.all([
    findHeldCertificates(db(), institutionId, readSought(typed), window),
    findOpenProposals(db(), institutionId, CERTIFICATES_SHOWN),
  ])
  const shown = rows.slice(0, CERTIFICATES_SHOWN)
  const holders = [...shown.flatMap(({ accountId }) => accountId ?? []), ...open.map(({ holderId }) => holderId)]
  await noteShown('certificate-viewed', permit, [...new Set(holders)], now)
  const certificates = await Promise.all(
    shown.map(async (row) => ({ ...namesOn(row), facts: await certificateFacts(row), pending: row.pending })),
  )
  return { certificates, more: rows.length > CERTIFICATES_SHOWN, open }
}

/**
 * One of them, with all that was proposed about it and what the permissions to propose and decide are asked about.
 *
 * @throws {AppError} not-found, also for a certificate of somebody who does not learn there; holder-gone; or as
 *   requirePermission does.
 */
export async function openHeld(institutionId: string, typed: string) {
  const permit = await requirePermission('certificate:list', { institutionId })
  const institution = await requireInstitution(institutionId)
  const reading = readCertificateNumber(typed)
  const row = reading.status === 'well-formed' ? await findCertificate(db(), reading.number) : null
  if (!row) throw new AppError('not-found', 'certificate')
  const { number, accountId: holderId } = row
  if (holderId === null) throw new AppError('holder-gone')
  const institutionIds = await findInstitutionsOf(db(), holderId)
  if (!institutionIds.includes(institutionId)) throw new AppError('not-found', 'certificate of somebody else')
  const proposals: readonly Proposal[] = await findProposals(db(), row.id)
  return {
    permit,
    institution,
    names: namesOn(row),
    facts: await certificateFacts(row),
    reason: row.revokedReason,
    proposals,
    open: proposals.find(({ decision }) => decision === null) ?? null,
    target: { number, holderId, institutionIds },
  }
}

function namesOn({ nameArabic, nameLatin }: { nameArabic: string | null; nameLatin: string | null }): Names {
  return { nameArabic: nameArabic ?? '', nameLatin: nameLatin ?? '' }
}
