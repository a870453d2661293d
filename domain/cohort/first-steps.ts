/** The steps that prepare a new cohort. Each has its texts in i18n/messages/*.json under `cohorts.steps`. */
export const FIRST_STEPS = ['people', 'tutors', 'deadlines', 'tests', 'face'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/** What the institution has not set up for its certificates: a logo, a signatory, or both. */
export const BARE_FACES = ['no-face', 'no-signatory', 'no-logo'] as const
export type BareFace = (typeof BARE_FACES)[number]

export type StepFacts = {
  /** The number of people on the cohort's list. */
  people: number
  tutors: number
  /** One of its days is set. */
  deadlines: boolean
  /** The number of its courses for which tests before and after can be drawn, and for which they are drawn. */
  tests: { possible: number; drawn: number }
  /** One of its courses ends with a certificate. */
  certified: boolean
  face: FaceFacts
}
/** `signatory`: the institution has a signatory today. */
type FaceFacts = { logo: boolean; signatory: boolean }
export type StepState = { step: FirstStep; done: boolean }

/** The steps that this cohort needs, in order. */
export function firstStepsOf({ people, tutors, deadlines, tests, certified, face }: StepFacts): StepState[] {
  return [
    { step: 'people', done: people > 0 },
    { step: 'tutors', done: tutors > 0 },
    { step: 'deadlines', done: deadlines },
    ...(tests.possible > 0 ? [{ step: 'tests' as const, done: tests.drawn >= tests.possible }] : []),
    ...(certified ? [{ step: 'face' as const, done: missingOnCertificate(face) === null }] : []),
  ]
}

/** What certificates lack; null if they show a logo and a signatory. */
export function missingOnCertificate({ logo, signatory }: FaceFacts): BareFace | null {
  if (logo) return signatory ? null : 'no-signatory'
  return signatory ? 'no-logo' : 'no-face'
}
