import { type ExpectedStep, expectedPlan } from '../../case/expected-plan'
import { type Pathway, type PlanOrder, type PlanProfile, type PlanTime, TIMES } from '../../library/pathway'
import type { Localized } from '../../locale'
import type { Plan, PlannedStep } from './plan'

/** The reason for a finding on a plan, with the texts that support it. */
export type Ground = { why: Localized; cites: readonly string[] }

export const VERDICTS = ['harmful', 'missing', 'order', 'actor', 'time', 'not-called-for', 'in-place'] as const
export type PlanVerdict = (typeof VERDICTS)[number]

/** A finding on one step. `other` is the step that had to come first. */
export type PlanFinding = {
  verdict: PlanVerdict
  step: string
  other?: string
  /** The right actors, or the right times. */
  instead?: readonly string[]
  grounds: readonly Ground[]
}
export type PlanComparison = {
  /** Harmful steps first, steps in place last. */
  findings: readonly PlanFinding[]
  /** The optional steps that are not in the plan. */
  more: readonly ExpectedStep[]
  expected: readonly ExpectedStep[]
}

/** Compares a plan for a person with the rules. A step has several findings if several things are wrong with it. */
export function comparePlan(pathway: Pathway, { facts }: Pick<PlanProfile, 'facts'>, plan: Plan): PlanComparison {
  const expected = expectedPlan(pathway, facts)
  const planned = new Set(plan.map(({ step }) => step))
  const absent = expected.filter(({ step }) => !planned.has(step))
  const wrong = [
    ...harms(pathway, plan),
    ...absent.filter(({ need }) => need === 'must').map(missing),
    ...disordered(pathway, plan),
    ...plan.flatMap((row) => misplaced(row, expected)),
  ]
  const faulty = new Set(wrong.map(({ step }) => step))
  const called = new Map(expected.map((one) => [one.step, one]))
  const fine = plan
    .filter(({ step }) => !faulty.has(step))
    .map(({ step }): PlanFinding => {
      const one = called.get(step)
      return one
        ? { verdict: 'in-place', step, grounds: one.reasons }
        : { verdict: 'not-called-for', step, grounds: [] }
    })
  const findings = [...wrong, ...fine]
  return {
    findings: VERDICTS.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict)),
    more: absent.filter(({ need }) => need === 'may'),
    expected,
  }
}

/** Nothing is missing, harmful, out of order, or with the wrong person or time. */
export function isComplete({ findings }: Pick<PlanComparison, 'findings'>): boolean {
  return findings.every(({ verdict }) => verdict === 'in-place' || verdict === 'not-called-for')
}

function harms({ steps }: Pathway, plan: Plan): PlanFinding[] {
  return plan.flatMap(({ step }) => {
    const harm = steps.find(({ id }) => id === step)?.harm
    return harm ? [{ verdict: 'harmful' as const, step, grounds: [harm] }] : []
  })
}

function missing({ step, reasons, actors }: ExpectedStep): PlanFinding {
  return { verdict: 'missing', step, instead: actors, grounds: reasons }
}

function disordered({ orders }: Pathway, plan: Plan): PlanFinding[] {
  const place = new Map(plan.map(({ step }, index) => [step, index]))
  const isTurned = ({ first, second }: PlanOrder) =>
    (place.get(second) ?? Number.NaN) < (place.get(first) ?? Number.NaN)
  return orders.filter(isTurned).map((order) => ({
    verdict: order.weight,
    step: order.second,
    other: order.first,
    grounds: [order],
  }))
}

function misplaced({ step, actor, time }: PlannedStep, expected: readonly ExpectedStep[]): PlanFinding[] {
  const called = expected.find((one) => one.step === step)
  if (!called) return []
  const { actors, times, reasons } = called
  const found = (verdict: 'actor' | 'time', instead: readonly string[]): PlanFinding => ({
    verdict,
    step,
    instead,
    grounds: reasons,
  })
  return [
    ...(actor !== null && actors.includes(actor) ? [] : [found('actor', actors)]),
    ...(time !== null && isWithin(time, times) ? [] : [found('time', times)]),
  ]
}

/** Times between the earliest and the latest are right too. */
function isWithin(time: PlanTime, times: readonly PlanTime[]): boolean {
  const places = times.map((each) => TIMES.indexOf(each))
  const place = TIMES.indexOf(time)
  return place >= Math.min(...places) && place <= Math.max(...places)
}
