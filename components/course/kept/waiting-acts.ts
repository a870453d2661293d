import type { OfflineAct, OfflineOutcome } from '@/domain/progress/offline-act'

/**
 * Something that was done in a kept lesson and waits to be sent. `outcome` is there once it was sent in vain; then it
 * only waits until she was told.
 */
export type Waiting = Omit<OfflineAct, 'owner' | 'ageMs'> & {
  at: number
  outcome?: Exclude<OfflineOutcome, 'saved'> | 'refused'
}

/** For whom this device keeps what is done. */
const OWNER = 'kept-owner'
const PREFIX = 'kept:'

/** Whoever was last known to be signed in on this device; null if nobody was. */
export function ownerHere(): string | null {
  return read(OWNER)
}

export function noteOwner(owner: string): void {
  write(OWNER, owner)
}

export function waitingOf(owner: string): Waiting[] {
  try {
    return JSON.parse(read(PREFIX + owner) ?? '[]')
  } catch {
    return []
  }
}

/** What waits on this device, whoever did it. */
export function allWaiting(): { owner: string; act: Waiting }[] {
  return owners().flatMap((owner) => waitingOf(owner).map((act) => ({ owner, act })))
}

function owners(): string[] {
  try {
    return Object.keys(localStorage).flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []))
  } catch {
    return []
  }
}

/** Keeps it in the place of what was done before with the same question or lesson. @returns false if the device refuses */
export function keepWaiting(owner: string, act: Waiting): boolean {
  return writeAll(owner, [...waitingOf(owner).filter((other) => !isSame(other, act)), act])
}

/** Drops what was sent, unless it was done once more since; with an outcome, notes that instead. */
export function settle(owner: string, sent: Waiting, outcome?: Waiting['outcome']): void {
  const isSent = (act: Waiting) => isSame(act, sent) && act.at === sent.at
  const all = waitingOf(owner)
  const noted = all.map((act) => (isSent(act) && outcome ? { ...act, outcome } : act))
  // If there is no room for the outcome, it must not be sent for ever.
  if (!outcome || !writeAll(owner, noted))
    writeAll(
      owner,
      all.filter((act) => !isSent(act)),
    )
}

/** Whether both are about the same question, or the same lesson. */
export function isSame(a: Waiting, b: Waiting): boolean {
  const subject = ({ courseId, lessonId, practice }: Waiting) => `${courseId} ${lessonId} ${practice?.questionId ?? ''}`
  return subject(a) === subject(b)
}

/** Forgets for whom something is kept, and all that waits. */
export function forgetWaiting(): void {
  for (const owner of owners()) write(PREFIX + owner, null)
  write(OWNER, null)
}

function writeAll(owner: string, all: readonly Waiting[]): boolean {
  return write(PREFIX + owner, all.length > 0 ? JSON.stringify(all) : null)
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** @returns false where the storage is full or forbidden */
function write(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}
