import { randomUUID } from 'node:crypto'
import type { Admission, RegistrationStatus } from '@/domain/seminar/seminar'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { type Asked, register, type Taker } from '@/server/seminar/take-place'
import { NOW } from './exam-room'
import { insertPerson } from './people'
import { actorNow, insertStaff, makeInstitution } from './staff'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Three weeks after `NOW`, from nine to twelve by the clocks in Morocco. */
export const BEGINS = new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth(), NOW.getUTCDate() + 21, 8))

type Made = {
  seats?: number | null
  admission?: Admission
  status?: string
  listed?: string
  startsAt?: Date
  registrationClosesAt?: Date | null
  titles?: Record<string, string>
}

/** A seminar of one morning, three weeks ahead, of a new institution. */
export async function makeSeminar({ startsAt = BEGINS, titles = { fr: 'Entendre un mineur' }, ...given }: Made = {}) {
  const institutionId = await makeInstitution()
  const administrator = await insertStaff('administrator', institutionId)
  const span = { startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR_MS) }
  const half = {
    day: new Date(`${startsAt.toISOString().slice(0, 10)}T00:00:00Z`),
    half: 'morning',
    minutes: 180,
    ...span,
  }
  const sitting = { position: 1, ...span, titles, language: 'ar', interpretation: ['fr'] }
  const { id } = await db().seminar.create({
    data: {
      institutionId,
      status: 'open',
      titles,
      place: { fr: 'Fès' },
      seats: 2,
      ...given,
      ...span,
      halfDays: { create: half },
      sittings: { create: sitting },
    },
  })
  return { id, institutionId, administrator, ...span }
}
export type MadeSeminar = Awaited<ReturnType<typeof makeSeminar>>

/** The permit of the organiser. */
export async function mayChangeSeminar({ id: seminarId, institutionId, administrator }: MadeSeminar) {
  const target = { seminarId, institutionId, coOrganiserIds: [], tutorIds: [] }
  return permitFor(await actorNow(administrator), 'seminar:change', target)
}

/** The permit of an institution that may name `places` people. */
export async function invitedInstitution({ id: seminarId }: MadeSeminar, places: number) {
  const institutionId = await makeInstitution()
  const administrator = await insertStaff('administrator', institutionId)
  await db().seminarQuota.create({ data: { seminarId, institutionId, places, setAt: NOW } })
  const permit = permitFor(await actorNow(administrator), 'seminar:nominate', { institutionId })
  return { institutionId, administrator, permit }
}

/** A person with an account, or (`guest`) one without, who may take a place. */
export async function makeTaker({ guest = false }: { guest?: boolean } = {}): Promise<Taker> {
  const names = { nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui', locale: 'fr' } as const
  if (guest) return { accountId: null, email: `${randomUUID()}@example.ma`, ...names }
  const { accountId, email } = await insertPerson({ locale: 'fr' })
  return { accountId, email, ...names }
}

export const ASKED: Asked = { sequence: 0, code: '', language: null, needs: [] }

export function take(taker: Taker, { id }: MadeSeminar, asked: Partial<Asked> = {}, now = NOW) {
  return register(taker, id, { ...ASKED, ...asked }, now)
}

export async function placeOf(
  { accountId, email }: Pick<Taker, 'accountId' | 'email'>,
  { id: seminarId }: MadeSeminar,
) {
  const who = accountId === null ? { guestEmail: email } : { OR: [{ accountId }, { guestEmail: email }] }
  return db().seminarRegistration.findFirstOrThrow({ where: { seminarId, ...who } })
}

export async function statusesIn({ id: seminarId }: MadeSeminar): Promise<Partial<Record<RegistrationStatus, number>>> {
  const groups = await db().seminarRegistration.groupBy({ by: ['status'], where: { seminarId }, _count: true })
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]))
}

export const later = (hours: number, from = NOW) => new Date(from.getTime() + hours * HOUR_MS)
export const daysBefore = (days: number, { startsAt }: MadeSeminar) => new Date(startsAt.getTime() - days * DAY_MS)
