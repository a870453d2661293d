/** The acts of the audit log. Each has its sentence in i18n/messages/*.json under `audit.acts`. */
export const ACTS = [
  'platform-founded',
  'institution-created',
  'institution-changed',
  'institution-archived',
  /** The institution changed its name in English, its logo, its address or its contact. */
  'face-changed',
  'signatory-added',
  'signatory-ended',
  'signatory-removed',
  /** Another institution was asked to sign the certificates of a cohort too. */
  'cosignature-offered',
  'cosignature-taken-back',
  'cosignature-accepted',
  'cosignature-declined',
  'cosignature-withdrawn',
  /** Older entries only: a role was granted to an address without a confirmed account. Roles are now offered. */
  'account-not-found',
  /** Older entries only, from before roles were offered. */
  'role-granted',
  /** The address is not stored: the institution must not learn whether an account has it. */
  'role-offered',
  'role-offer-sent-again',
  'role-offer-taken-back',
  'role-accepted',
  /** The log does not show who declined: she has not revealed her name to the institution. */
  'role-declined',
  'role-ended',
  /** A text was handed to a reviewer. */
  'text-assigned',
  /** A person ended all her own roles in an institution or on the platform. */
  'role-left',
  'identity-confirmed',
  /** Confirmed together with others, because both names equal the school's list. */
  'identity-confirmed-by-list',
  'identity-withdrawn',
  /** Staff opened the data held about a person. */
  'record-viewed',
  /** Staff opened the list of people of an institution, or of the platform. */
  'person-viewed',
  /** Progress or certificates of people were exported as a file. */
  'exported',
  /** The audit log was exported as a file. */
  'audit-exported',
  /** The figures of an institution or of the country were stored, to be cited. */
  'figures-kept',
  /** Staff opened the list of accounts. */
  'accounts-listed',
  /** Staff opened the page of an account. */
  'account-viewed',
  'account-disabled',
  'account-enabled',
  /** The letter that confirms an address was sent again. The address is not stored. */
  'confirmation-resent',
  'course-admitted',
  /** A person united another account of her own with this one. */
  'accounts-merged',
  /** An account at an institution was linked to a person's account, or its link removed. */
  'school-account-linked',
  'school-account-unlinked',
  'second-factor-set-up',
  'second-factor-replaced',
  'second-factor-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-code-used',
  'recovery-codes-renewed',
  'cohort-created',
  'cohort-changed',
  'cohort-archived',
  /** An archived cohort was restored. */
  'cohort-restored',
  'tests-drawn',
  /** The self-enrolment of a cohort was changed. */
  'entry-changed',
  'entry-code-renewed',
  'tutor-added',
  'tutor-removed',
  'member-moved',
  'invitation-sent',
  /** The e-mail address of a person who has not joined yet. */
  'address-corrected',
  'reminder-sent',
  /** One act on many people of a cohort was confirmed. The result for each person has an entry of its own. */
  'many-acted-on',
  /** Staff opened the page of one person in a cohort. */
  'place-viewed',
  /** An announcement was sent, or scheduled. */
  'announcement-sent',
  'announcement-withdrawn',
  'seminar-created',
  'seminar-changed',
  'seminar-opened',
  'seminar-closed',
  'seminar-reopened',
  'seminar-held',
  /** It was moved to other days or hours. */
  'seminar-rescheduled',
  'seminar-cancelled',
  /** Another institution was asked to organise a seminar too. */
  'seminar-organiser-asked',
  'seminar-organiser-taken-back',
  'seminar-organiser-accepted',
  'seminar-organiser-declined',
  'seminar-organiser-withdrawn',
  /** A survey was scheduled. No log states who is asked and who answers. */
  'survey-scheduled',
  'survey-opened',
  'survey-withdrawn',
  /** A call for research of an institution. */
  'call-published',
  'call-withdrawn',
  /** A contact for an institution's region: the institution proposes, confirms or withdraws, the platform decides. */
  'contact-proposed',
  'contact-accepted',
  'contact-refused',
  'contact-confirmed',
  'contact-withdrawn',
  /** A token for a system of an institution. */
  'api-token-made',
  'api-token-revoked',
  /** A system of an institution read data of people, once a day for each token and each list. */
  'api-read',
  /** A webhook of an institution: added, tested, disabled permanently, or a delivery sent again. */
  'webhook-added',
  'webhook-tested',
  'webhook-disabled',
  'webhook-sent-again',
  /** The identity provider of an institution: connected or changed, tried, removed. Its secret is never in the details. */
  'sign-on-saved',
  'sign-on-tried',
  'sign-on-removed',
  /** The platform added or removed an e-mail domain of an institution. */
  'sign-on-domain-added',
  'sign-on-domain-removed',
  /** A file that a seminar hands out. */
  'seminar-material-added',
  'seminar-material-removed',
  /** The organiser published the proceedings of a seminar, or withdrew them. */
  'proceedings-published',
  'proceedings-withdrawn',
  /** How many people an institution may name for a seminar. */
  'seminar-quota-set',
  /** An institution named people for a seminar, or the organiser invited those of a list. */
  'seminar-people-named',
  'seminar-code-made',
  /** The organiser opened the list of who takes part in a seminar. */
  'seminar-place-viewed',
  /** Staff opened the list of who was present. */
  'attendance-viewed',
  'attendance-ticked',
  'attendance-struck',
  /** A presence that was struck or missing was added to the list, with a reason. */
  'attendance-restored',
  'attendance-unlisted-confirmed',
  'attendance-unlisted-refused',
  'attendance-check-in-closed',
  'attendance-check-in-reopened',
  /** Somebody closed the list in her own name, and attestations are issued. */
  'attendance-closed',
  /** After that, a person without an attestation was added to the list, with a reason, and got one. */
  'attendance-corrected',
  'list-checked',
  'list-taken-in',
  /** Staff opened the certificates of an institution's people. */
  'certificate-viewed',
  'certificate-revocation-proposed',
  'certificate-reissue-proposed',
  'certificate-proposal-refused',
  'certificate-proposal-taken-back',
  'certificate-revoked',
  'certificate-superseded',
  /** A wrong key of an exam: the proposal, the decision, and each exam whose result changed. */
  'regrade-proposed',
  'regrade-accepted',
  'regrade-refused',
  'regrade-taken-back',
  'exam-regraded',
  /** A reported error was answered. Who reported it is not stored with the act. */
  'error-answered',
  /** Platform staff started a job, or had letters sent again that had been given up. */
  'job-started',
  'mail-retried',
  /** Expired rows were deleted. The details say how many of each kind. */
  'retention-executed',
] as const
export type Act = (typeof ACTS)[number]

/** Acts that show people's data to staff. A list that is opened is one entry for each person on it. */
export const VIEWS = [
  'record-viewed',
  'place-viewed',
  'person-viewed',
  'account-viewed',
  'certificate-viewed',
  'seminar-place-viewed',
  'attendance-viewed',
] as const satisfies readonly Extract<Act, `${string}-viewed`>[]
export type View = (typeof VIEWS)[number]

/** Acts of which an entry is stored for each person: those of one and the same act are shown as one line. */
export const FOLDED = [
  ...VIEWS,
  'member-moved',
  'invitation-sent',
  'reminder-sent',
  'identity-confirmed-by-list',
] as const satisfies readonly Act[]

export function isView(act: Act): act is View {
  return (VIEWS as readonly Act[]).includes(act)
}
