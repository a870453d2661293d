/** What is written into the audit. Each has its sentence in i18n/messages/*.json under `audit.acts`. */
export const ACTS = [
  'platform-founded',
  'institution-created',
  'institution-changed',
  'institution-archived',
  /** Before roles were offered: an address without a confirmed account was to be given one. Nothing writes it any more. */
  'account-not-found',
  /** Before roles were offered. */
  'role-granted',
  /** To an address, which is not kept: whether somebody has an account with it is not for the institution to know. */
  'role-offered',
  'role-offer-taken-back',
  'role-accepted',
  /** By whom is not shown: she has let nobody there know her name. */
  'role-declined',
  'role-ended',
  /** Somebody ended all that she was in an institution or on the platform herself. */
  'role-left',
  'identity-confirmed',
  'identity-withdrawn',
  /** Somebody opened what is held about a person. */
  'record-viewed',
  /** Somebody opened the list of an institution's people, or of the platform's own. */
  'person-viewed',
  /** People's progress or certificates were taken out of the platform as a file. */
  'exported',
  /** The figures of an institution or of the country were kept as they stood. */
  'figures-kept',
  'second-factor-set-up',
  'second-factor-replaced',
  'second-factor-removed',
  'recovery-code-used',
  'recovery-codes-renewed',
  'cohort-created',
  'cohort-changed',
  'cohort-archived',
  'tests-drawn',
  /** How people may come into a cohort by themselves. */
  'entry-changed',
  'entry-code-renewed',
  'tutor-added',
  'tutor-removed',
  'member-moved',
  'invitation-sent',
  'reminder-sent',
  'list-checked',
  'list-taken-in',
  /** Somebody opened the certificates of an institution's people. */
  'certificate-viewed',
  'certificate-revocation-proposed',
  'certificate-reissue-proposed',
  'certificate-proposal-refused',
  'certificate-proposal-taken-back',
  'certificate-revoked',
  'certificate-superseded',
  /** Rows that had outlived their term were removed: how many of each kind stands in the details. */
  'retention-executed',
] as const
export type Act = (typeof ACTS)[number]
