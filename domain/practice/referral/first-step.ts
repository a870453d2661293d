import { type ExpectedStep, expectedPlan } from '../../case/expected-plan'
import type { Pathway, PlanProfile } from '../../library/pathway'
import type { Ground } from './compare-plan'

/** What the rules say of the step with which somebody would begin. */
export type FirstStep = {
  verdict: 'first' | 'later' | 'optional' | 'no' | 'harmful'
  grounds: readonly Ground[]
  /** The step with which the reference begins; null if the rules require nothing. Nothing is said of later steps. */
  reference: ExpectedStep | null
}

/** Null if the library has no such step. */
export function judgeFirstStep(
  pathway: Pathway,
  { facts }: Pick<PlanProfile, 'facts'>,
  chosen: string,
): FirstStep | null {
  const step = pathway.steps.find(({ id }) => id === chosen)
  if (!step) return null
  const expected = expectedPlan(pathway, facts)
  const required = expected.filter(({ need }) => need === 'must')
  const reference = required[0] ?? null
  if (step.harm) return { verdict: 'harmful', grounds: [step.harm], reference }
  const called = expected.find((one) => one.step === chosen)
  if (!called) return { verdict: 'no', grounds: [], reference }
  const isFirst = called.need === 'must' && called.priority === reference?.priority
  const later = called.need === 'must' ? 'later' : 'optional'
  return { verdict: isFirst ? 'first' : later, grounds: called.reasons, reference }
}
