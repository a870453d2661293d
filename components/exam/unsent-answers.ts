import type { SavedAnswer } from '@/domain/exam/save-answer'

/** What waits in this browser for the network: the last state of each question, with the moment it was given. */
export type Unsent = Omit<SavedAnswer, 'ageMs'> & { at: number }

const key = (attemptId: string) => `exam:${attemptId}`

export function readUnsent(attemptId: string): Record<string, Unsent> {
  try {
    return JSON.parse(localStorage.getItem(key(attemptId)) ?? '{}')
  } catch {
    return {}
  }
}

export function keepUnsent(attemptId: string, unsent: Unsent) {
  write(attemptId, { ...readUnsent(attemptId), [unsent.position]: unsent })
}

/** Forgets an answer that has arrived, unless a newer one was given meanwhile. */
export function dropUnsent(attemptId: string, sent: Unsent) {
  const all = readUnsent(attemptId)
  if (all[sent.position]?.at !== sent.at) return
  delete all[sent.position]
  write(attemptId, all)
}

export function forgetAttempt(attemptId: string) {
  localStorage.removeItem(key(attemptId))
}

function write(attemptId: string, all: Record<string, Unsent>) {
  try {
    if (Object.keys(all).length === 0) localStorage.removeItem(key(attemptId))
    else localStorage.setItem(key(attemptId), JSON.stringify(all))
  } catch {
    // Storage is full or forbidden: the answer still goes out when the network allows.
  }
}
