import type { OfflineAct, OfflineOutcome } from '@/domain/progress/offline-act'

/**
 * An act in a kept lesson that waits to be sent. `outcome` is set once the site did not accept it; then it is kept only
 * until the learner has read that.
 */
export type Waiting = Omit<OfflineAct, 'owner' | 'ageMs'> & {
  at: number
  outcome?: Exclude<OfflineOutcome, 'saved'> | 'refused'
}

/** The storage key of the person for whom this device stores acts. */
const OWNER = 'kept-owner'
const PREFIX = 'kept:'

/** The person last known to be signed in on this device; null if nobody was. */
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

/** The acts of all people that wait on this device. */
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

/** Stores an act; it replaces the one on the same question or lesson. @returns false if the device cannot store it */
export function keepWaiting(owner: string, act: Waiting): boolean {
  return writeAll(owner, [...waitingOf(owner).filter((other) => !isSame(other, act)), act])
}

/** Deletes a sent act, unless it was done again since; with an outcome, stores the outcome instead. */
export function settle(owner: string, sent: Waiting, outcome?: Waiting['outcome']): void {
  const isSent = (act: Waiting) => isSame(act, sent) && act.at === sent.at
  const all = waitingOf(owner)
  const noted = all.map((act) => (isSent(act) && outcome ? { ...act, outcome } : act))
  // If the outcome cannot be stored, the act is deleted: it would be sent for ever.
  if (!outcome || !writeAll(owner, noted))
    writeAll(
      owner,
      all.filter((act) => !isSent(act)),
    )
}

/** Names the question or the lesson that an act is about. */
export function subjectOf({ courseId, lessonId, practice }: Waiting): string {
  return `${courseId} ${lessonId} ${practice?.questionId ?? ''}`
}

/** Whether both are about the same question, or the same lesson. */
export function isSame(a: Waiting, b: Waiting): boolean {
  return subjectOf(a) === subjectOf(b)
}

/** Deletes the owner and all waiting acts. */
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
