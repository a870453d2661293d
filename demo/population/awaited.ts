import 'server-only'
import { addAct, addOffer } from './act'
import type { Institution } from './institution'
import type { Staff } from './staff'
import { daysAfter, type TableBatch } from './table-batch'

const REASON = 'Examen passé avec le compte d’un collègue (démonstration)'

/**
 * What the work pages of an institution and of the platform show besides its cohorts: a role offered to a tutor that is
 * not yet answered, and a proposal that waits for a second person.
 */
export function addAwaited(batch: TableBatch, { id: institutionId }: Institution, { administrator }: Staff): void {
  const { tables, rng, now, domain } = batch
  const offered = { email: `tutrice.invitee${domain}`, nameArabic: 'سلمى بناني', nameLatin: 'Salma Bennani' }
  addOffer(batch, { ...offered, institutionId, role: 'tutor' }, administrator.accountId, daysAfter(now, -9))

  const cohorts = new Set(tables.Cohort.filter((row) => row.institutionId === institutionId).map(({ id }) => id))
  const attempts = new Set(tables.Attempt.filter(({ cohortId }) => cohorts.has(cohortId ?? null)).map(({ id }) => id))
  const replaced = new Set(tables.Certificate.map(({ supersedesId }) => supersedesId))
  const certificate = tables.Certificate.find(
    ({ id, attemptId, revokedAt }) => attempts.has(attemptId ?? null) && !revokedAt && !replaced.has(id),
  )
  if (!certificate) return
  const at = daysAfter(now, -4)
  const { id: certificateId, accountId, number } = certificate
  const actorId = administrator.accountId
  tables.CertificateProposal.push({
    id: rng.uuid(at),
    certificateId: String(certificateId),
    institutionId,
    act: 'revoke',
    reason: REASON,
    proposedById: actorId,
    proposedAt: at,
  })
  addAct(batch, {
    act: 'certificate-revocation-proposed',
    at,
    actorId,
    subjectId: String(accountId),
    institutionId,
    reason: REASON,
    details: { number: String(number) },
  })
}
