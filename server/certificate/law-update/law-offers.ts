import 'server-only'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { updateSpan } from '@/domain/certificate/law-update'
import type { LawChange, LawSpan } from '@/domain/course/law-changes'
import { changesSince } from '@/domain/course/law-changes'
import { questionsOn } from '@/domain/course/law-delta'
import type { Localized } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import type { Caller } from '../../auth/caller'
import { currentRelease, type LoadedRelease, loadRelease } from '../../content/releases'
import { mayTakePart } from '../../course/may-take-part'
import type { CertificateRow } from '../../db/certificate/certificates'
import { sql } from '../../db/client'
import { findLearner } from '../../db/course/learners'

/** The changes of law since the law of a certificate, as the newest release of its course declares them. */
export type LawOffer = LawSpan & {
  certificate: CertificateRow
  /** The release whose text she knows: that of her certificate, or of its last update. */
  before: LoadedRelease
  release: LoadedRelease
  entries: readonly LawChange[]
  questions: readonly QuestionKey[]
}

/** The law update of a certificate; null if it is not in force, or if no change with questions was declared since. */
export async function lawOffer(certificate: CertificateRow): Promise<LawOffer | null> {
  const { courseId, releaseId, updates } = certificate
  const release = courseId === null ? null : await currentRelease(courseId)
  // Most courses declare no change of law: then nothing more is loaded.
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

/** What a page that links to a law update shows: the number and course of the certificate, and the day of its law. */
type Offered = { number: string; course: Localized; since: string }

/** The law updates of a person's certificates, for courses that she may still read. */
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
