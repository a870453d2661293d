import { type Day, dayOf, hourOf } from './day'

export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]
export type Span = { startsAt: Date; endsAt: Date }
export type HalfDay = Span & { day: Day; half: Half; minutes: number }

/** A sitting that begins from this hour on, by the clocks in Morocco, belongs to the afternoon. */
const NOON = 13
const MINUTE_MS = 60_000

/** The half-days of an agenda, in order. Minutes in which two sittings run in parallel count once. */
export function halfDaysOf(sittings: readonly Span[]): HalfDay[] {
  const groups = new Map<string, { day: Day; half: Half; spans: Span[] }>()
  for (const span of sittings.toSorted(byTime)) {
    const day = dayOf(span.startsAt)
    const half = span.startsAt < hourOf(day, NOON) ? 'morning' : 'afternoon'
    const group = groups.get(`${day} ${half}`) ?? { day, half, spans: [] }
    group.spans.push(span)
    groups.set(`${day} ${half}`, group)
  }
  return [...groups.values()].map(({ day, half, spans }) => ({
    day,
    half,
    ...boundsOf(spans),
    minutes: minutes(spans),
  }))
}

const byTime = (a: Span, b: Span) => a.startsAt.getTime() - b.startsAt.getTime()

/** From the first beginning to the last end. */
export function boundsOf(spans: readonly Span[]): Span {
  return {
    startsAt: new Date(Math.min(...spans.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...spans.map(({ endsAt }) => endsAt.getTime()))),
  }
}

function minutes(spans: readonly Span[]): number {
  let until = Number.NEGATIVE_INFINITY
  let sum = 0
  for (const { startsAt, endsAt } of spans) {
    sum += Math.max(0, endsAt.getTime() - Math.max(startsAt.getTime(), until))
    until = Math.max(until, endsAt.getTime())
  }
  return Math.round(sum / MINUTE_MS)
}

type Held = Span & { id: string; minutes: number }

/**
 * How many minutes of each half-day had been held at a moment: all of one that is over, none of one that had not begun.
 * Of one that was going on, whole minutes of its sittings.
 */
export function minutesHeld(
  halfDays: readonly Held[],
  sittings: readonly Span[],
  at: Date,
): { id: string; minutes: number }[] {
  const until = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS)
  return halfDays.map(({ id, startsAt, endsAt, minutes: whole }) => {
    if (endsAt <= until) return { id, minutes: whole }
    const held = sittings
      .filter((one) => one.startsAt >= startsAt && one.startsAt < endsAt && one.startsAt < until)
      .map((one) => ({ startsAt: one.startsAt, endsAt: one.endsAt < until ? one.endsAt : until }))
    return { id, minutes: minutes(held.toSorted(byTime)) }
  })
}

type Attended = { day: Day; half: Half; minutes: number; present: number }
/** What a new agenda does to a half-day in which people are present: its minutes before and after. */
export type HoursEffect = { day: Day; half: Half; present: number; before: number; after: number }

/** The effect of an agenda on the hours of those who have checked in. It keeps all these half-days (`leavesOut`). */
export function hoursEffect(attended: readonly Attended[], next: readonly HalfDay[]): HoursEffect[] {
  return attended.map(({ minutes: before, ...half }) => {
    const after = next.find((one) => keyOf(one) === keyOf(half))?.minutes ?? 0
    return { ...half, before, after }
  })
}

type Known = { id: string; day: Day; half: Half }
export type Kept = { keep: (HalfDay & { id: string })[]; add: HalfDay[]; remove: string[] }

/**
 * Which half-days keep their id when the agenda changes: first those of the same day and half, and then, for a seminar
 * that was moved, the others in their order.
 */
export function keepHalfDays(known: readonly Known[], next: readonly HalfDay[]): Kept {
  const left = [...known].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
  const take = (at: number) => (at < 0 ? undefined : left.splice(at, 1)[0]?.id)
  const ids = next.map((half) => take(left.findIndex((one) => keyOf(one) === keyOf(half))))
  const matched = next.map((half, at) => ({ half, id: ids[at] ?? take(left.length > 0 ? 0 : -1) }))
  return {
    keep: matched.flatMap(({ half, id }) => (id ? [{ ...half, id }] : [])),
    add: matched.flatMap(({ half, id }) => (id ? [] : [half])),
    remove: left.map(({ id }) => id),
  }
}

/** Whether an agenda drops a known half-day: its attendance would be lost, or assigned to another half-day. */
export function leavesOut(known: readonly Pick<HalfDay, 'day' | 'half'>[], next: readonly HalfDay[]): boolean {
  const kept = new Set(next.map(keyOf))
  return known.some((half) => !kept.has(keyOf(half)))
}

const keyOf = ({ day, half }: { day: Day; half: Half }) => `${day} ${HALVES.indexOf(half)}`
