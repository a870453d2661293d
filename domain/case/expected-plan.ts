import {
  FACT_NAMES,
  type Pathway,
  type PlanRule,
  type PlanTime,
  type ProfileFacts,
  TIMES,
  type When,
} from '../library/pathway'
import type { Localized } from '../locale'

/** A step that the rules require or allow. Several rules for one step are merged. */
export type ExpectedStep = {
  step: string
  need: 'must' | 'may'
  /** Any of these actors may take the step. */
  actors: readonly string[]
  /** In the order of time. */
  times: readonly PlanTime[]
  priority: number
  reasons: readonly { rule: string; why: Localized; cites: readonly string[] }[]
}

/** The steps that the rules require or allow in a person's situation, in the order in which they are taken. */
export function expectedPlan(
  { rules, actors }: Pick<Pathway, 'rules' | 'actors'>,
  facts: ProfileFacts,
): ExpectedStep[] {
  const elsewhere = new Set(actors.filter(({ stages }) => stages && !stages.includes(facts.stage)).map(({ id }) => id))
  const held = rules
    .filter(({ when }) => holds(when, facts))
    .map((rule) => ({ ...rule, actors: rule.actors.filter((id) => !elsewhere.has(id)) }))
  const steps = [...new Set(held.map(({ step }) => step))]
  return steps
    .map((step) =>
      mergeRules(
        step,
        held.filter((rule) => rule.step === step),
      ),
    )
    .toSorted((a, b) => a.priority - b.priority || a.step.localeCompare(b.step, 'en'))
}

function holds(when: When, facts: ProfileFacts): boolean {
  return FACT_NAMES.every((name) => {
    const values: readonly string[] | undefined = when[name]
    return values === undefined || values.includes(facts[name])
  })
}

function mergeRules(step: string, rules: readonly PlanRule[]): ExpectedStep {
  const actors = new Set(rules.flatMap((rule) => rule.actors))
  const times = new Set(rules.flatMap((rule) => rule.times))
  return {
    step,
    need: rules.some(({ need }) => need === 'must') ? 'must' : 'may',
    actors: [...actors],
    times: TIMES.filter((time) => times.has(time)),
    priority: Math.min(...rules.map(({ priority }) => priority)),
    reasons: rules.map(({ id, why, cites }) => ({ rule: id, why, cites })),
  }
}
