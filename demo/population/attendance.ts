import 'server-only'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { initialsOf } from '@/domain/certificate/match-name'
import type { Paper, Party } from '@/domain/certificate/paper'
import type { Texts } from '@/domain/text/texts'
import type { HalfDay } from '@/domain/time/half-days'
import ar from '@/i18n/messages/ar.json'
import en from '@/i18n/messages/en.json'
import fr from '@/i18n/messages/fr.json'
import { addAct } from './act'
import { addPaper } from './face'
import { daysAfter, type TableBatch } from './table-batch'

type Held = {
  id: string
  institutionId: string
  /** The administrator who keeps the list. */
  actorId: string
  titles: Texts
  place: Texts | null
  /** When it was entered here. */
  createdAt: Date
  halfDays: readonly (HalfDay & { id: string })[]
}
type Place = { id: string; accountId: string }

const MINUTE_MS = 60_000
/** Days after the seminar was entered until its list was copied from the signed sheets and closed. */
const COPIED = 16
/** One in `ABSENT` people was absent, and one in `LEFT` left after the first half-day. */
const [ABSENT, LEFT] = [9, 5]

/** The attendance of a past seminar: its list was copied from paper and closed, and those present have attestations. */
export function attestAll(batch: TableBatch, held: Held, places: readonly Place[], issuer: Party): void {
  const { tables } = batch
  const at = daysAfter(held.createdAt, COPIED)
  for (const [index, place] of places.entries()) {
    const present =
      index % ABSENT === ABSENT - 1 ? [] : held.halfDays.slice(0, index % LEFT === LEFT - 1 ? 1 : undefined)
    for (const { id } of present) addCheckIn(batch, { halfDayId: id, place, at, way: 'sheet', byId: held.actorId })
    if (present.length > 0) addAttestation(batch, held, { place, present, issuer, at })
  }
  tables.AttendanceList.push({ seminarId: held.id, closedAt: at, closedById: held.actorId, issuedAt: at })
  const { institutionId, actorId } = held
  addAct(batch, { act: 'attendance-closed', at, actorId, institutionId, details: { seminar: held.id } })
}

/**
 * The attendance of today's seminar: most people have checked in up to now, a few by hand; one still awaits
 * confirmation.
 */
export function checkInToday(batch: TableBatch, held: Held, places: readonly Place[]): void {
  for (const { id: halfDayId, startsAt } of held.halfDays) {
    for (const [index, place] of places.entries()) {
      const at = new Date(startsAt.getTime() + (index - 12) * MINUTE_MS)
      if (at > batch.now || index % LEFT === LEFT - 1) continue
      const byHand = index % ABSENT === ABSENT - 1
      const late = index === places.length - 1
      addCheckIn(batch, {
        halfDayId,
        place,
        at,
        way: byHand ? 'hand' : 'code',
        byId: byHand ? held.actorId : null,
        ...(late && { state: 'awaiting' }),
      })
    }
  }
}

type CheckIn = { halfDayId: string; place: Place; at: Date; way: string; byId: string | null; state?: string }

function addCheckIn({ tables, rng }: TableBatch, { place, at, state = 'present', ...known }: CheckIn): void {
  const row = { id: rng.uuid(at), registrationId: place.id, at, state, reason: null, changedAt: at }
  tables.SeminarCheckIn.push({ ...row, ...known })
}

type Attested = { place: Place; present: Held['halfDays']; issuer: Party; at: Date }

function addAttestation(batch: TableBatch, held: Held, { place, present, issuer, at }: Attested): void {
  const { tables, rng } = batch
  const person = tables.Account.find(({ id }) => id === place.accountId)
  const [nameArabic, nameLatin] = [String(person?.nameArabic), String(person?.nameLatin)]
  tables.Certificate.push({
    id: rng.uuid(at),
    number: makeCertificateNumber(rng.random),
    accountId: place.accountId,
    attemptId: null,
    releaseId: null,
    courseId: null,
    seminarId: held.id,
    registrationId: place.id,
    nameArabic,
    nameLatin,
    initials: initialsOf(nameLatin),
    shareToken: rng.secret(24),
    issuedAt: at,
    revokedAt: null,
    revokedReason: null,
    supersedesId: null,
    confirmerArabic: null,
    confirmerLatin: null,
    paperHash: addPaper(batch, paperOf(held, present, issuer)),
  })
}

function paperOf({ titles, place }: Held, present: Held['halfDays'], institution: Party): Paper {
  const inAll = ({ ar = '', fr = ar, en = fr }: Texts) => ({ ar, fr, en })
  const presence = {
    seminar: inAll(titles),
    place: place && inAll(place),
    halfDays: present.map(({ day, half }) => ({ day, half })),
    minutes: present.reduce((sum, { minutes }) => sum + minutes, 0),
  }
  const title = {
    ar: ar.certificate.kinds.attendance,
    fr: fr.certificate.kinds.attendance,
    en: en.certificate.kinds.attendance,
  }
  return { kind: 'attendance', title, institution, cosigners: [], presence }
}
