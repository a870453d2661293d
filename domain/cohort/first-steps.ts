/** What makes a new cohort ready. Each has its texts in i18n/messages/*.json under `cohorts.steps`. */
export const FIRST_STEPS = ['people', 'tutors', 'deadlines', 'tests', 'face'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/** What is missing of what certificates show of the institution. */
export const BARE_FACES = ['no-face', 'no-signatory', 'no-logo'] as const
export type BareFace = (typeof BARE_FACES)[number]

export type StepFacts = {
  /** How many are on its list. */
  people: number
  tutors: number
  /** One of its days is set. */
  deadlines: boolean
  /** Of how many of its courses tests before and after can be drawn, and of how many they are. */
  tests: { possible: number; drawn: number }
  /** One of its courses ends with a certificate. */
  certified: boolean
  face: FaceFacts
}
/** `signatory`: somebody signs today. */
type FaceFacts = { logo: boolean; signatory: boolean }
export type StepState = { step: FirstStep; done: boolean }

/** The steps that this cohort needs, in order. */
export function firstStepsOf({ people, tutors, deadlines, tests, certified, face }: StepFacts): StepState[] {
  return [
    { step: 'people', done: people > 0 },
    { step: 'tutors', done: tutors > 0 },
    { step: 'deadlines', done: deadlines },
    ...(tests.possible > 0 ? [{ step: 'tests' as const, done: tests.drawn >= tests.possible }] : []),
    ...(certified ? [{ step: 'face' as const, done: bareFace(face) === null }] : []),
  ]
}

/** Null: certificates show a logo and who signs. */
export function bareFace({ logo, signatory }: FaceFacts): BareFace | null {
  if (logo) return signatory ? null : 'no-signatory'
  return signatory ? 'no-logo' : 'no-face'
}
