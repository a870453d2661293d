import type { Localized } from '../locale'
import type { CertificateStatus } from './certificate-rules'
import type { LawUpdate } from './law-update'
import type { ExamStated, PaperKind, Party, Presence, ReviewStated, WorkStated } from './paper'

/** The facts that a certificate states, without the names. */
export type CertificateFacts = {
  number: string
  status: CertificateStatus
  supersededBy: string | null
  revokedAt: Date | null
  issuedAt: Date
  /** In both scripts; empty if the account was deleted. */
  initials: Pick<Localized, 'ar' | 'fr'>
  /** Null for certificates from before there were several kinds. */
  kind: PaperKind | null
  title: Localized
  /** The course or the seminar that it is about. */
  course: Localized
  issuer: Localized
  /** The institution in whose cohort it was earned; null if the platform issues it. */
  institution: Party | null
  cosigners: readonly Party[]
  /** The release of the course, and the law that it taught; null for a seminar. */
  content: { release: number; releasedAt: Date; lawDate: Date } | null
  /** Its law updates, the oldest first. */
  updates: readonly LawUpdate[]
  /** The exam that it was earned by; null for a seminar, and for certificates from before this was stated. */
  exam: ExamStated | null
  /** What was done in its lessons; null for a seminar, and for certificates from before this was stated. */
  work: WorkStated | null
  /**
   * The legal review of its course on the day of issue; null for a seminar. `since`: the newest release, if that has
   * been reviewed meanwhile.
   */
  review: (ReviewStated & { since: { release: number; on: string } | null }) | null
  /** Where and when its holder was present; null for a course. */
  presence: Presence | null
  /** The planned length of the course, or how long she was present. */
  minutes: number
  /** The institution that confirmed the holder's identity; null if the holder declared it. */
  confirmer: Pick<Localized, 'ar' | 'fr'> | null
}
