import type { SavedAnswer } from '@/domain/exam/save-answer'
import { ANSWER_PARTS, type AnswerPart } from '@/domain/question/answer-part'

/** An answer that waits in this browser to be sent: the last state of one part of a question, and when it was given. */
export type Unsent = Omit<SavedAnswer, 'ageMs'> & { at: number }

export const partsOf = (unsent: Pick<Unsent, AnswerPart>) => ANSWER_PARTS.filter((part) => unsent[part] !== undefined)

const key = (attemptId: string) => `exam:${attemptId}`

// Answers that the storage refused, because it is full or forbidden. They last as long as the page.
const unpersisted = new Map<string, Record<string, Unsent>>()

export function readUnsent(attemptId: string): Record<string, Unsent> {
  return unpersisted.get(attemptId) ?? readStored(attemptId)
}

/** Whether leaving the page would lose an answer: it waits, and the browser could not store it. */
export function hasUnpersisted(attemptId: string): boolean {
  return Object.keys(unpersisted.get(attemptId) ?? {}).length > 0
}

export function storeUnsent(attemptId: string, unsent: Unsent) {
  write(attemptId, { ...readUnsent(attemptId), [storageKeyOf(unsent)]: unsent })
}

/** Drops an answer that has arrived, unless a newer one was given since. */
export function dropUnsent(attemptId: string, sent: Unsent) {
  const { [storageKeyOf(sent)]: kept, ...others } = readUnsent(attemptId)
  if (kept?.at === sent.at) write(attemptId, others)
}

export function clearAttempt(attemptId: string) {
  write(attemptId, {})
}

/** The storage key of an answer. Pages of an earlier version stored a whole question under its position. */
function storageKeyOf({ position, ...unsent }: Unsent): string {
  const [part = '', ...others] = partsOf(unsent)
  return others.length > 0 ? `${position}` : `${position}.${part}`
}

function readStored(attemptId: string): Record<string, Unsent> {
  try {
    return JSON.parse(localStorage.getItem(key(attemptId)) ?? '{}')
  } catch {
    return {}
  }
}

function write(attemptId: string, all: Record<string, Unsent>) {
  try {
    if (Object.keys(all).length === 0) localStorage.removeItem(key(attemptId))
    else localStorage.setItem(key(attemptId), JSON.stringify(all))
    unpersisted.delete(attemptId)
  } catch {
    unpersisted.set(attemptId, all)
  }
}
