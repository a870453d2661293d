import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { readCertificateSearch } from '@/domain/certificate/certificate-search'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import type { Caller } from '../auth/caller'
import { noteShown } from '../auth/note-views'
import { type Permit, requirePermission } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import {
  findOpenProposals,
  findProposals,
  type NamedProposal,
  type OpenProposal,
} from '../db/certificate/certificate-proposals'
import { findCertificate } from '../db/certificate/certificates'
import { findHeldCertificates } from '../db/certificate/held-certificates'
import { db, sql } from '../db/client'
import { administeredAt, findTeachers } from '../db/cohort/teachers'
import { certificateFacts, withoutMark } from './certificate-facts'

export const CERTIFICATES_SHOWN = 50
/** The view model of a proposal. */
export type Proposal = NamedProposal
export type Held = {
  certificates: readonly (Names & { facts: CertificateFacts; pending: boolean })[]
  /** True if there is a next page. */
  more: boolean
  open: readonly OpenProposal[]
}

/**
 * The certificates that were earned in the cohorts of an institution, and the proposals that wait for a second person.
 *
 * @param page the first is 1.
 */
export async function heldCertificates(
  permit: Permit<'certificate:list'>,
  typed: string,
  page: number,
  now: Date,
): Promise<Held> {
  const { institutionId } = permit.target
  const window = { from: (page - 1) * CERTIFICATES_SHOWN, limit: CERTIFICATES_SHOWN + 1 }
  const [rows, open] = await Promise.all([
    findHeldCertificates(sql(), institutionId, readCertificateSearch(typed), window),
    findOpenProposals(sql(), institutionId, CERTIFICATES_SHOWN),
  ])
  const shown = rows.slice(0, CERTIFICATES_SHOWN)
  const holders = [...shown.flatMap(({ accountId }) => accountId ?? []), ...open.map(({ holderId }) => holderId)]
  await noteShown('certificate-viewed', permit, [...new Set(holders)], now)
  const certificates = await Promise.all(
    shown.map(async (row) => ({
      ...namesOn(row),
      facts: withoutMark(await certificateFacts(row)),
      pending: row.pending,
    })),
  )
  return { certificates, more: rows.length > CERTIFICATES_SHOWN, open }
}

/**
 * One of these certificates, with everything that was proposed about it and the targets of the permissions to propose
 * and decide.
 *
 * @throws {AppError} not-found, also for a certificate that was not earned in the institution's cohorts; holder-gone;
 * or as requirePermission does.
 */
export async function openHeld(caller: Caller, institutionId: string, typed: string) {
  const permit = await requirePermission(caller, 'certificate:list', { institutionId })
  const institution = await requireInstitution(institutionId)
  const reading = readCertificateNumber(typed)
  const row = reading.status === 'well-formed' ? await findCertificate(sql(), reading.number) : null
  if (!row) throw new AppError('not-found', 'certificate')
  const { number, accountId: holderId } = row
  if (holderId === null) throw new AppError('holder-gone')
  const institutionIds = await findTeachers(sql(), row)
  if (!institutionIds.includes(institutionId)) throw new AppError('not-found', 'certificate of somebody else')
  const proposals: readonly Proposal[] = await findProposals(db(), row.id)
  const open = proposals.find(({ decision }) => decision === null) ?? null
  return {
    permit,
    institution,
    names: namesOn(row),
    facts: withoutMark(await certificateFacts(row)),
    reason: row.revokedReason,
    proposals,
    open,
    target: { number, holderId, institutionIds },
    decision: { number, holderId, institutionIds, ...(await proposerOf(open, institutionIds)) },
  }
}

/** The person who made the proposal, and whether she acted for an institution that taught the certificate. */
export async function proposerOf(
  open: Pick<NamedProposal, 'proposedById' | 'proposedAt'> | null,
  institutionIds: readonly string[],
) {
  const proposedBy = open?.proposedById ?? null
  if (!open || proposedBy === null) return { proposedBy, proposedByTeacher: false }
  return { proposedBy, proposedByTeacher: await administeredAt(db(), proposedBy, institutionIds, open.proposedAt) }
}

function namesOn({ nameArabic, nameLatin }: { nameArabic: string | null; nameLatin: string | null }): Names {
  return { nameArabic: nameArabic ?? '', nameLatin: nameLatin ?? '' }
}
