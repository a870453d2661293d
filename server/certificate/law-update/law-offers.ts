import 'server-only'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { updateSpan } from '@/domain/certificate/law-update'
import type { LawChange, LawSpan } from '@/domain/course/law-change'
import { changesSince } from '@/domain/course/law-changes'
import { questionsOn } from '@/domain/course/law-delta'
import type { QuestionKey } from '@/domain/course/question'
import type { Localized } from '@/domain/locale'
import type { Caller } from '../../auth/caller'
import { currentRelease, type LoadedRelease, loadRelease } from '../../content/releases'
import { mayTakePart } from '../../course/may-take-part'
import type { CertificateRow } from '../../db/certificates'
import { sql } from '../../db/client'
import { findLearner } from '../../db/learners'

/** What the newest release of a course says has changed since the law of a certificate. */
export type LawOffer = LawSpan & {
  certificate: CertificateRow
  /** The release whose text she knows: that of her certificate, or of its last update. */
  before: LoadedRelease
  release: LoadedRelease
  entries: readonly LawChange[]
  questions: readonly QuestionKey[]
}

/** What is offered for a certificate; null if it is not in force, or if nothing was declared that changed since. */
export async function lawOffer(certificate: CertificateRow): Promise<LawOffer | null> {
  const { courseId, releaseId, updates } = certificate
  const release = courseId === null ? null : await currentRelease(courseId)
  // Most courses declare no change, and their certificates need not be looked at.
  if (releaseId === null || !release?.course.lawChanges) return null
  const issued = await loadRelease(releaseId)
  const days = { issuedOf: issued.course.file.lawDate, now: release.course.file.lawDate }
  const span = updateSpan({ status: certificateStatus(certificate), updates }, days)
  if (!span) return null
  const entries = changesSince(release.course.lawChanges, span.since)
  const questions = questionsOn(release.course, entries)
  if (questions.length === 0) return null
  const last = updates.at(-1)
  return {
    ...span,
    certificate,
    before: last ? await loadRelease(last.releaseId) : issued,
    release,
    entries,
    questions,
  }
}

/** As pages that lead to it name it: the certificate, its course, and the law of which it is. */
type Offered = { number: string; course: Localized; since: string }

/** What is offered for a person's certificates, of courses that she may still read. */
export async function offeredUpdates(caller: Caller, certificates: readonly CertificateRow[]): Promise<Offered[]> {
  const offers = (await Promise.all(certificates.map(lawOffer))).flatMap((offer) => offer ?? [])
  const readable = await Promise.all(offers.map((offer) => mayRead(caller, offer)))
  return offers
    .filter((_, place) => readable[place])
    .map(({ certificate, release, since }) => ({
      number: certificate.number,
      course: release.course.file.title,
      since,
    }))
}

async function mayRead(caller: Caller, { release, certificate: { accountId } }: LawOffer): Promise<boolean> {
  if (release.course.file.access !== 'closed') return true
  const learner = accountId === null ? null : await findLearner(sql(), accountId, release.courseId)
  return mayTakePart(caller, { release, learner })
}
