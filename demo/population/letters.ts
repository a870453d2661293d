import 'server-only'
import { daysAfter, type Filling } from './filling'
import type { Staff } from './staff'

type To = { memberId: string; email: string }

const VALID_DAYS = 21
const MINUTE_MS = 60_000

/** A way in that nobody can take, since nobody knows the secret of its hash, and the letter that is said to have carried it. */
export function addInvitation(filling: Filling, to: To, createdAt: Date, usedAt: Date | null): void {
  const { tables, roll } = filling
  const expiresAt = daysAfter(createdAt, VALID_DAYS)
  tables.Invitation.push({
    id: roll.uuid(createdAt),
    memberId: to.memberId,
    hash: roll.hex(64),
    createdAt,
    expiresAt,
    usedAt,
  })
  addLetter(filling, 'invitation', to, createdAt, usedAt !== null || roll.chance(0.85))
}

/** At some time in the last week. */
export function addReminder(filling: Filling, to: To, { tutors, administrator }: Staff): void {
  const { tables, roll, now } = filling
  const at = daysAfter(now, -roll.random() * 7)
  const byId = (tutors[0] ?? administrator).accountId
  tables.Reminder.push({ id: roll.uuid(at), memberId: to.memberId, byId, at, why: 'inactive' })
  addLetter(filling, 'reminder', to, at, true)
}

/** Sent, or given up. Nothing waits: what is invented must not be sent to anybody. */
function addLetter({ tables, roll }: Filling, kind: string, { memberId, email }: To, createdAt: Date, sent: boolean) {
  const id = roll.uuid(createdAt)
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
