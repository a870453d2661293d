import { z } from 'zod'
import type { SeminarStatus } from './seminar'

/** How a presence was recorded. @see SeminarCheckIn in prisma/schema.prisma */
export const CHECK_IN_WAYS = ['code', 'hand', 'sheet', 'device'] as const
export type CheckInWay = (typeof CHECK_IN_WAYS)[number]
export const CHECK_IN_STATES = ['present', 'awaiting', 'struck'] as const
export type CheckInState = (typeof CHECK_IN_STATES)[number]

/** The code on the room's screen changes after this many seconds; the previous one is still accepted as long again. */
export const CODE_SECONDS = 30
/** Check-in opens this long before a half-day begins. */
const OPENS_MS = 3_600_000

type Open = {
  status: SeminarStatus
  startsAt: Date
  endsAt: Date
  /** The organiser closed it. */
  checkInClosedAt: Date | null
}
export type Refusal = 'cancelled' | 'not-yet' | 'over' | 'closed'

/** Why nobody can check in to a half-day at a moment of the server's clock; null if everybody can. */
export function checkInRefusal({ status, startsAt, endsAt, checkInClosedAt }: Open, now: Date): Refusal | null {
  if (status === 'cancelled' || status === 'draft') return 'cancelled'
  if (checkInClosedAt) return 'closed'
  if (now.getTime() < startsAt.getTime() - OPENS_MS) return 'not-yet'
  return now < endsAt ? null : 'over'
}

type Arrival = { state: CheckInState; way: CheckInWay; at: Date }
/**
 * Whether a person came when half of a half-day was over. It is attested as a whole all the same, unless the organiser
 * strikes it. Only the code of the room tells when somebody came; a tick tells when it was set.
 */
export function isLateArrival({ state, way, at }: Arrival, half: { startsAt: Date; endsAt: Date }): boolean {
  const middle = (half.startsAt.getTime() + half.endsAt.getTime()) / 2
  return state === 'present' && way === 'code' && at.getTime() >= middle
}

/** Whether people check in to one of the half-days now. */
export function isCheckInOpen(
  { status, halfDays }: { status: SeminarStatus; halfDays: readonly Omit<Open, 'status'>[] },
  now: Date,
): boolean {
  return halfDays.some((half) => checkInRefusal({ ...half, status }, now) === null)
}

/** The half-day that the room's screen shows: the current or the next one; after the end, the last one. */
export function halfDayAt<T extends { endsAt: Date }>(halfDays: readonly T[], now: Date): T | undefined {
  return halfDays.find(({ endsAt }) => now < endsAt) ?? halfDays.at(-1)
}

/** A typed code, with digits of any script and however it was spaced; null if it cannot be one. */
export function readRoomCode(typed: string): string | null {
  const digits = typed
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\u200E\u200F\u2066-\u2069.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** A person without an account, as she types her name and address in the room. */
export const guestSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .refine((name) => !/[\p{Cc}<>]/u.test(name)),
  email: z.email().max(254).toLowerCase(),
})

/** A name in the script in which it was written. */
export function namesByScript(name: string): { nameArabic: string | null; nameLatin: string | null } {
  return /\p{Script=Arabic}/u.test(name) ? { nameArabic: name, nameLatin: null } : { nameArabic: null, nameLatin: name }
}

type Half = { id: string; minutes: number }
/** The minutes of the half-days in which a person was present. */
export function minutesPresent(halfDays: readonly Half[], presentIn: readonly string[]): number {
  return halfDays.reduce((sum, { id, minutes }) => (presentIn.includes(id) ? sum + minutes : sum), 0)
}

/** A tick on the organiser's page: the person's place, and the half-day. */
export type Tick = { placeId: string; halfDayId: string }

const tickSchema = z
  .string()
  .regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)

/** Reads a ticked box of the list. */
export function readTick(value: unknown): Tick | null {
  const read = tickSchema.safeParse(value)
  if (!read.success) return null
  const [placeId = '', halfDayId = ''] = read.data.split(':')
  return { placeId, halfDayId }
}

export function tickValue({ placeId, halfDayId }: Tick): string {
  return `${placeId}:${halfDayId}`
}

const keptSchema = z.record(z.string(), z.int().nonnegative())

/** For each box that was ticked offline: how many seconds before it was sent. Empty if the JSON cannot be read. */
export function readKeptTicks(json: string): Readonly<Record<string, number>> {
  try {
    return keptSchema.catch({}).parse(JSON.parse(json || '{}'))
  } catch {
    return {}
  }
}

/**
 * When a box was ticked: by the server's clock, since the device sends only how long it has kept the tick. Never
 * before the half-day opened or after now.
 */
export function tickedAt(secondsAgo: number, { startsAt }: { startsAt: Date }, now: Date): Date {
  const at = now.getTime() - secondsAgo * 1000
  return new Date(Math.min(now.getTime(), Math.max(at, startsAt.getTime() - OPENS_MS)))
}
