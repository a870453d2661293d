import type { Admission, SeminarStatus, SittingFacts } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'

type Named = { nameArabic: string; nameLatin: string }
/** A seminar as its page shows it. */
export type SeminarEvent = {
  id: string
  status: SeminarStatus
  titles: Texts
  aims: Texts
  place: Texts | null
  accessDetails: Texts
  link: string | null
  seats: number | null
  taken: number
  waiting: number
  /** Seats kept for institutions that have not named anybody for them. */
  reserved: number
  admission: Admission
  listed: string
  registrationClosesAt: Date | null
  startsAt: Date
  endsAt: Date
  rescheduledAt: Date | null
  cancelledAt: Date | null
  cancelReason: Texts | null
  /** Since when its proceedings are public. */
  proceedingsAt: Date | null
  cohort: { name: string } | null
  institution: Named
  organisers: readonly (Named & { institutionId: string; acceptedAt: Date | null; withdrawnAt: Date | null })[]
  sittings: readonly (SittingFacts & { id: string })[]
  halfDays: readonly { minutes: number; startsAt: Date; endsAt: Date; checkInClosedAt: Date | null }[]
}
