import type { Lines, Texts } from '../text/texts'

/** The stored statuses. Whether a seminar is full is computed by `stateOf`; one that was moved has `rescheduledAt`. */
export const SEMINAR_STATUSES = ['draft', 'open', 'closed', 'held', 'cancelled'] as const
export type SeminarStatus = (typeof SEMINAR_STATUSES)[number]

/** The statuses in which people may be asked a survey: the seminar was announced and not cancelled. */
export const ASKABLE: readonly SeminarStatus[] = ['open', 'closed', 'held']

/** How a person gets a place: by herself, by a code, named by an institution, or on a list. */
export const ADMISSIONS = ['open', 'code', 'nomination', 'list'] as const
export type Admission = (typeof ADMISSIONS)[number]

/** Who sees that it takes place: everybody, or those whom it concerns. */
export const LISTINGS = ['public', 'invited'] as const
export type Listing = (typeof LISTINGS)[number]

/**
 * `nominated` and `offered` keep a seat for somebody who has not answered yet: an institution or a list named her, or her
 * turn on the waiting list came. `lapsed`: she did not answer in time.
 */
export const REGISTRATION_STATUSES = [
  'waiting',
  'offered',
  'registered',
  'nominated',
  'declined',
  'lapsed',
  'withdrawn',
] as const
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number]
/** These take a seat. */
export const SEATED: readonly RegistrationStatus[] = ['registered', 'nominated', 'offered']
/** Whom a seminar concerns: those who take part, or may. */
export const CONCERNED: readonly RegistrationStatus[] = ['registered', 'nominated', 'offered', 'waiting']

/** The languages that a sitting may be held in, or interpreted into. Their names come from the browser's own tables. */
export const SPOKEN = ['ar', 'fr', 'en', 'es', 'zgh'] as const
export type Spoken = (typeof SPOKEN)[number]

export type SittingFacts = {
  startsAt: Date
  endsAt: Date
  titles: Texts
  speakers: Lines
  language: Spoken
  interpretation: readonly Spoken[]
}
