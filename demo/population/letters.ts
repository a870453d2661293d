import 'server-only'
import { dayOf, hourOf } from '@/domain/time/day'
import type { Person } from './person'
import type { Staff } from './staff'
import { daysAfter, type TableBatch } from './table-batch'

type To = { memberId: string; email: string }

const VALID_DAYS = 21
const MINUTE_MS = 60_000

/** An invitation that nobody can use, since nobody knows the secret behind its hash, and the letter that carried it. */
export function addInvitation(batch: TableBatch, to: To, createdAt: Date, usedAt: Date | null): void {
  const { tables, rng } = batch
  const expiresAt = daysAfter(createdAt, VALID_DAYS)
  tables.Invitation.push({
    id: rng.uuid(createdAt),
    memberId: to.memberId,
    hash: rng.hex(64),
    createdAt,
    expiresAt,
    usedAt,
  })
  addLetter(batch, 'invitation', to, createdAt, usedAt !== null || rng.chance(0.85))
}

/** A reminder at some time in the last week. */
export function addReminder(batch: TableBatch, to: To, { tutors, administrator }: Staff): void {
  const { tables, rng, now } = batch
  const at = daysAfter(now, -rng.random() * 7)
  const byId = (tutors[0] ?? administrator).accountId
  tables.Reminder.push({ id: rng.uuid(at), memberId: to.memberId, byId, at, why: 'inactive' })
  addLetter(batch, 'reminder', to, at, true)
}

/** A learner's own reminder that is still to come, and the letters of the last days. */
export function addOwnReminder({ tables, rng, now }: TableBatch, { accountId, email }: Person, courseId: string): void {
  const createdAt = daysAfter(now, -20)
  const day = dayOf(daysAfter(now, 30))
  tables.OwnReminder.push({
    id: rng.uuid(createdAt),
    accountId,
    courseId,
    lessonId: null,
    day,
    weekday: null,
    hour: 9,
    nextAt: hourOf(day, 9),
    createdAt,
  })
  for (const [kind, days] of [
    ['ownReminder', -9],
    ['digest', -2],
  ] as const) {
    const at = daysAfter(now, days)
    const sent = { state: 'sent', tries: 1, sentAt: new Date(at.getTime() + MINUTE_MS), problem: null }
    tables.Mail.push({
      id: rng.uuid(at),
      kind,
      to: email,
      letter: null,
      createdAt: at,
      dueAt: at,
      ...sent,
      accountId,
      memberId: null,
    })
  }
}

/** A letter that was sent or given up. None is left in the queue: invented mail must never be sent. */
function addLetter({ tables, rng }: TableBatch, kind: string, { memberId, email }: To, createdAt: Date, sent: boolean) {
  const id = rng.uuid(createdAt)
  const how = sent
    ? { state: 'sent', tries: 1, sentAt: new Date(createdAt.getTime() + MINUTE_MS), problem: null }
    : { state: 'failed', tries: 12, sentAt: null, problem: 'EENVELOPE' }
  tables.Mail.push({
    id,
    kind,
    to: email,
    letter: null,
    createdAt,
    dueAt: createdAt,
    ...how,
    accountId: null,
    memberId,
  })
}
