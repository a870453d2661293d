import 'server-only'
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
