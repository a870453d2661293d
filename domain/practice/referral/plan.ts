import { z } from 'zod'
import { type Pathway, type PlanTime, TIMES } from '../../library/pathway'

/** A step of a person’s plan: ids only, no typed text. Null: not chosen yet. */
export type PlannedStep = { step: string; actor: string | null; time: PlanTime | null }
export type Plan = readonly PlannedStep[]

/** More than the library has: a plan contains each step at most once. */
const MOST_STEPS = 60

const chosen = z
  .string()
  .nullable()
  .transform((id) => id || null)
const plannedSchema = z.object({ step: z.string(), actor: chosen, time: chosen.pipe(z.enum(TIMES).nullable()) })
const planSchema = z.array(plannedSchema).max(MOST_STEPS)

/** A stored plan. A step, actor or time that the library no longer has is left out. */
export function readPlan(stored: unknown, pathway: Pick<Pathway, 'steps' | 'actors'>): Plan {
  const plan = planSchema.safeParse(stored).data ?? []
  const seen = new Set<string>()
  return plan.filter(({ step, actor }) => {
    const known =
      pathway.steps.some(({ id }) => id === step) && (actor === null || pathway.actors.some(({ id }) => id === actor))
    const isNew = known && !seen.has(step)
    if (isNew) seen.add(step)
    return isNew
  })
}

export type PlanChange =
  | { change: 'add'; step: string }
  | { change: 'up' | 'down' | 'remove'; step: string }
  | { change: 'set' }

/**
 * Reads the form of a plan: every row as it was chosen, then the one button that was pressed. Null if an id is not in
 * the library.
 */
export function readPlanForm(
  form: Pick<FormData, 'get' | 'getAll'>,
  pathway: Pick<Pathway, 'steps' | 'actors'>,
): { plan: Plan; change: PlanChange } | null {
  const steps = form.getAll('step')
  const actors = form.getAll('actor')
  const times = form.getAll('time')
  if (steps.length !== actors.length || steps.length !== times.length) return null
  const rows = steps.map((step, index) => ({ step, actor: actors[index], time: times[index] }))
  const plan = readPlan(rows, pathway)
  if (plan.length !== rows.length) return null
  const change = readChange(form, pathway)
  return change && { plan, change }
}

function readChange(form: Pick<FormData, 'get'>, { steps }: Pick<Pathway, 'steps'>): PlanChange | null {
  const known = (id: unknown) => steps.find((step) => step.id === id)?.id
  for (const change of ['up', 'down', 'remove'] as const) {
    const pressed = form.get(change)
    if (pressed === null) continue
    const step = known(pressed)
    return step === undefined ? null : { change, step }
  }
  if (form.get('act') !== 'add') return { change: 'set' }
  const step = known(form.get('new'))
  return step === undefined ? null : { change: 'add', step }
}

/** The plan after a change. A step that the plan already has is not added again. */
export function changePlan(plan: Plan, change: PlanChange): Plan {
  if (change.change === 'set') return plan
  const at = plan.findIndex(({ step }) => step === change.step)
  if (change.change === 'add') return at === -1 ? [...plan, { step: change.step, actor: null, time: null }] : plan
  if (at === -1) return plan
  if (change.change === 'remove') return plan.toSpliced(at, 1)
  const to = change.change === 'up' ? at - 1 : at + 1
  const [moved, other] = [plan[at], plan[to]]
  return moved && other ? plan.with(at, other).with(to, moved) : plan
}
