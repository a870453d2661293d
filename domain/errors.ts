/** Every failure that can be shown to a person. Each code has a sentence in i18n/messages/*.json under `errors`. */
export const ERROR_CODES = [
  'invalid-input',
  'not-a-form',
  'not-found',
  'forbidden',
  'course-closed',
  'sign-in-required',
  'second-factor-missing',
  'second-factor-required',
  'unconfirmed',
  'too-large',
  'too-many-requests',
  'conflict',
  /** She has the most notes and bookmarks that a person may have. */
  'notes-full',
  /** The certificate was revoked or superseded. */
  'not-in-force',
  'already-proposed',
  'already-decided',
  /** Another institution has confirmed the holder's identity, and only such a one may correct her names. */
  'confirmed-elsewhere',
  /** The holder of the certificate deleted her account. */
  'holder-gone',
  /** The names on the certificate are deleted: with the account, or a year after the seminar of a guest. */
  'name-gone',
  'no-seat',
  'last-administrator',
  /** The offered role was answered, withdrawn or has expired. */
  'offer-ended',
  'already-handed-in',
  'no-attempts-left',
  'exam-cooling-down',
  'exam-locked',
  'exam-not-yet',
  /** The content could help the person in the exam that she is sitting. */
  'exam-under-way',
  /** She has opened the bank of the course as a reviewer. */
  'bank-opened',
  /** A reviewer has not opened the bank yet. */
  'bank-unopened',
  /** A bank stays closed to a reviewer who sits its exam. */
  'bank-closed',
  'wrong-credentials',
  'link-expired',
  /** The server is already reading as many lists of people as it can at once. */
  'imports-busy',
  /** The limits of a text that is parsed. */
  'text-too-slow',
  'text-too-large',
  'text-too-deep',
  'unavailable',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * An expected, explained refusal. Anything else that is thrown is a bug. `detail` is for the log, never the page.
 * `remedy`: the address, without its language, of the page on which she can do what is missing.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly remedy: string | null

  constructor(code: ErrorCode, detail: string = code, remedy: string | null = null) {
    super(detail)
    this.code = code
    this.remedy = remedy
  }
}
