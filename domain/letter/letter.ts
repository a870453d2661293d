import type { Role } from '../auth/role'
import type { ReminderReason } from '../cohort/reminding'
import type { ErrorOutcome } from '../error-report/error-report'
import type { Locale } from '../locale'
import type { ChangedPart } from '../seminar/change'
import type { Texts } from '../text/texts'
import type { Day } from '../time/day'

/** Letters about an account, a place in a cohort, or a certificate. */
export type AccountLetterKind = 'confirm' | 'known' | 'reset' | 'changed' | 'mergeConfirm'
export type CohortLetterKind = 'invitation' | 'admitted' | 'queued' | 'refused' | 'courseAdded' | 'reminder'
export type CertificateLetterKind = 'certificateRevoked' | 'certificateSuperseded'
/** That a survey is open, and one reminder of it. */
export type SurveyLetterKind = 'surveyOpen' | 'surveyReminder' | 'surveyGuest'
/** Letters about a change or the cancellation of a seminar, to those whom it concerns. */
export type SeminarLetterKind = 'seminarChanged' | 'seminarCancelled'
/** Letters to staff about their work. */
export type WorkLetterKind = 'workDigest' | 'proposalAwaits' | 'mailFailing' | 'mentioned' | 'wordingRejected'
/** Letters about a place in a seminar. */
export type SeminarPlaceLetterKind =
  | 'seminarConfirm'
  | 'seminarRegistered'
  | 'seminarPlace'
  | 'seminarNomination'
  | 'seminarReminder'
  | 'seminarGuestReminder'
/** Each kind has its class in `letter-budget.ts`, and its texts under `mail` in i18n/messages/*.json. */
export type LetterKind =
  | AccountLetterKind
  | CohortLetterKind
  | CertificateLetterKind
  | 'roleOffered'
  | 'staffInvited'
  | 'recall'
  | WorkLetterKind
  | 'errorAnswered'
  | 'digest'
  | 'review'
  | 'corrected'
  | 'lawChanged'
  | 'regraded'
  | 'ownReminder'
  | 'tryAgain'
  | 'supportActed'
  | 'schoolAccountLinked'
  | 'schoolAccountUnlinked'
  | 'merged'
  | 'mergedInto'
  | 'announcement'
  | 'announcementTest'
  | 'seminarAttestation'
  | 'threadAnswered'
  | SurveyLetterKind
  | SeminarPlaceLetterKind
  | SeminarLetterKind
/** A mail before it is written: the recipient, her language, and the one link that it is about. */
export type Letter<Kind extends LetterKind = LetterKind> = {
  kind: Kind
  to: string
  name: string
  locale: Locale
  link: string
  about?:
    | CohortFacts
    | WithdrawalFacts
    | OfferFacts
    | ErrorFacts
    | DigestFacts
    | ReviewFacts
    | CourseFacts
    | AttestationFacts
    | SupportFacts
    | SchoolFacts
    | RegradeFacts
    | AnnouncementFacts
    | WorkFacts
    | SurveyFacts
    | SeminarPlaceFacts
    | SeminarFacts
}
/** `until`: the instant in ISO form at which the link expires. `reason`: what staff wrote to the learner. */
export type CohortFacts = {
  institution: string
  course: string
  cohort: string
  until?: string
  reason?: string
  reminder?: Reminding
  invited?: Invited
}
/**
 * What an invitation says of its cohort: its days, the planned hours of its courses, and whom to ask at the institution.
 * Letters that were stored before have none of it.
 */
export type Invited = { startsOn: Day; endsOn: Day; hours: number; helpEmail: string | null; helpPhone: string | null }
/** What waits for the learner, who writes to her, and an optional personal note. */
export type Reminding = { why: ReminderReason; from: string; note: string | null }
/** `number`: the number of the certificate that is no longer in force. */
export type WithdrawalFacts = { institution: string; course: string; number: string; reason: string }
/** `institution`: null for a role on the platform. `until`: the instant in ISO form at which the offer expires. */
export type OfferFacts = { institution: string | null; role: Role; until: string }
/** The letters that a digest gathers, the oldest first. */
export type DigestFacts = { gathered: readonly GatheredLetter[] }
/** `texts`: what the letter said, without its greeting. `on`: the instant in ISO form at which it was written. */
export type GatheredLetter = { subject: string; texts: readonly string[]; link: string; on: string }
/** The answer to a reported error. `place`: where it was, in the language of the letter, not the question. */
export type ErrorFacts = { place: string; answered: { outcome: ErrorOutcome; answer: string } }
/** How many questions wait for an answer, or how many passages were corrected, and the (first) course. */
export type ReviewFacts = { course: string; count: number }
/**
 * `course`: the title of the seminar. `number`: the number of the attestation that the link opens. `until`: the instant
 * in ISO form until which the names on it are kept.
 */
export type AttestationFacts = { institution: string; course: string; number: string; until: string }
/** `course`: its title, or that of a lesson in it. `reminderId`: of the reminder that she has set for herself. */
export type CourseFacts = { course: string; reminderId?: string }
/** `institution`: the one whose account was linked to hers, or unlinked. */
export type SchoolFacts = { institution: string }
/** What grading an exam again has changed for her. */
export type RegradeFacts = { course: string; regraded: 'points' | 'passed' | 'certified' | 'given-back' }
/** What the platform's staff may do about an account. Each has its sentence under `mail.supportActed.deeds`. */
export type SupportDeed = 'disabled' | 'enabled' | 'secondFactorOff' | 'admitted'
/** `why`: what staff wrote; null from the server's command line. `course`: the course to which she was admitted. */
export type SupportFacts = { deed: SupportDeed; why: string | null; course: string }
/**
 * An announcement to a cohort. `id`: its id, by which its letters are found again. `text`: Markdown of
 * `domain/announcement/markup.ts`. `from`: who writes, and the institution.
 */
export type AnnouncementFacts = {
  cohort: string
  institution: string
  announcement: { id: string; subject: string; text: string; from: string; wordsIn: Locale }
}
/** The subjects of the daily letter, which states numbers only. Each has its sentence under `mail.workDigest`. */
export type WorkNewsKind =
  | 'requests'
  | 'threads'
  | 'imports'
  | 'cosignatures'
  /** Contacts of a region, which concern no cohort. */
  | 'contactsAwait'
  | 'contactsDecided'
  | 'contactsNear'
/** The news of her cohorts, or the number of letters that cannot be sent. */
export type WorkFacts = {
  work: { news?: readonly { kind: WorkNewsKind; count: number; cohort: string }[]; failing?: number }
}
/** `survey`: its title. `until`: the instant in ISO form of its last moment. `surveyId`: a held letter ends with the survey. */
export type SurveyFacts = { survey: string; institution: string; until: string; surveyId?: string }
/**
 * `course`: the title of the seminar. `place`: when and where, in words. `answerBy`: until when she may answer, in words.
 * `until`: the instant in ISO form at which the link expires. `reminded`: in a reminder, her registration, the instant in
 * ISO form at which the seminar begins, and where; a held reminder ends when one of them changes.
 */
export type SeminarPlaceFacts = {
  course: string
  institution: string
  place: string
  answerBy?: string
  until?: string
  reminded?: { placeId: string; startsAt: string; where: Texts | null }
  calendar?: CalendarSeminar
}
/**
 * A seminar as the calendar file of a letter shows it, which is written when the letter is sent. Times are instants in
 * ISO form. `leads`: whether the reader may open the page of the seminar, to which the file then links.
 */
export type CalendarSeminar = {
  id: string
  titles: Texts
  place: Texts | null
  startsAt: string
  endsAt: string
  status: string
  sequence: number
  changedAt: string
  leads: boolean
}
/** The place in the language of the letter, and the instants in ISO form between which it lasts. */
type SeminarTimes = { place: string | null; startsAt: string; endsAt: string }
/** `changed`: when and where it was before, and which parts have changed. */
export type SeminarFacts = {
  /** The organiser, if the letter names it. */
  institution?: string
  seminar: SeminarTimes & { title: string }
  changed?: SeminarTimes & { parts: readonly ChangedPart[] }
  reason?: string
  calendar?: CalendarSeminar
}
