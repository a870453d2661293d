import { type Condition, type Effects, GAUGE_TOP, GAUGES, type Gauge, type Simulation } from './simulation'

/** The hidden state of a play. It never leaves the server before the debrief, except for the clock. */
export type State = {
  /** Since the story began. */
  minutes: number
  levels: Readonly<Partial<Record<Gauge, number>>>
  /** What was done or left undone, sorted. */
  marks: readonly string[]
}

export function startState({ start }: Pick<Simulation, 'start'>): State {
  return { minutes: 0, levels: start.state, marks: [] }
}

/** A gauge that the simulation does not keep is never changed, and no condition on it holds. */
export function meets(state: State, condition: Condition | undefined, startsAt: string): boolean {
  if (!condition) return true
  const { has = [], lacks = [], atLeast = {}, atMost = {}, from, before } = condition
  const level = (gauge: Gauge) => state.levels[gauge] ?? Number.NaN
  return (
    has.every((mark) => state.marks.includes(mark)) &&
    !lacks.some((mark) => state.marks.includes(mark)) &&
    gaugesIn(atLeast).every(([gauge, least]) => level(gauge) >= least) &&
    gaugesIn(atMost).every(([gauge, most]) => level(gauge) <= most) &&
    (from === undefined || state.minutes >= minutesTo(startsAt, from)) &&
    (before === undefined || state.minutes < minutesTo(startsAt, before))
  )
}

export function apply(state: State, effects: Effects, startsAt: string): State {
  const { minutes = 0, until, sets = [], clears = [] } = effects
  // The story never goes back: if the moment has already passed, nothing is waited for.
  const jump = until === undefined ? 0 : minutesTo(startsAt, until)
  const marks = new Set([...state.marks, ...sets])
  for (const mark of clears) marks.delete(mark)
  return {
    minutes: Math.max(state.minutes + minutes, jump),
    levels: Object.fromEntries(
      gaugesIn(state.levels).map(([gauge, level]) => [gauge, within(level + (effects[gauge] ?? 0))]),
    ),
    marks: [...marks].toSorted(),
  }
}

/** The moment of a state on the clock of the story, as `2026-02-04T20:50`. */
export function momentOf(startsAt: string, minutes: number): string {
  return new Date(utc(startsAt) + minutes * 60_000).toISOString().slice(0, 16)
}

/** How many minutes after the beginning a moment of the story lies. */
export function minutesTo(startsAt: string, moment: string): number {
  return (utc(moment) - utc(startsAt)) / 60_000
}

/** The clock of the story has no time zone: it is calculated as if it were UTC. */
function utc(moment: string): number {
  return Date.parse(`${moment}:00Z`)
}

function within(level: number): number {
  return Math.min(GAUGE_TOP, Math.max(0, level))
}

function gaugesIn(levels: Partial<Record<Gauge, number>>): [Gauge, number][] {
  return GAUGES.flatMap((gauge) => {
    const level = levels[gauge]
    return level === undefined ? [] : [[gauge, level]]
  })
}
