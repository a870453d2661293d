import { expect, it } from 'vitest'
import { firstStepsOf, missingOnCertificate, type StepFacts } from './first-steps'

const NOTHING: StepFacts = {
  people: 0,
  tutors: 0,
  deadlines: false,
  tests: { possible: 2, drawn: 1 },
  certified: true,
  face: { logo: true, signatory: false },
}
const openOf = (facts: Partial<StepFacts>) =>
  firstStepsOf({ ...NOTHING, ...facts }).flatMap(({ step, done }) => (done ? [] : step))

it('names what is left, in order', () => {
  expect(openOf({})).toEqual(['people', 'tutors', 'deadlines', 'tests', 'face'])
  expect(openOf({ people: 1, deadlines: true })).toEqual(['tutors', 'tests', 'face'])
  expect(
    openOf({
      people: 1,
      tutors: 1,
      deadlines: true,
      tests: { possible: 2, drawn: 2 },
      face: { logo: true, signatory: true },
    }),
  ).toEqual([])
})

it('leaves out tests that cannot be drawn, and a signatory if there is no certificate', () => {
  const steps = firstStepsOf({ ...NOTHING, tests: { possible: 0, drawn: 0 }, certified: false })

  expect(steps.map(({ step }) => step)).toEqual(['people', 'tutors', 'deadlines'])
})

it('says what is missing on a certificate', () => {
  const said = [true, false].flatMap((logo) =>
    [true, false].map((signatory) => missingOnCertificate({ logo, signatory })),
  )

  expect(said).toEqual([null, 'no-signatory', 'no-logo', 'no-face'])
})
