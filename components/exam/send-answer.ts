import type { Unsent } from './unsent-answers'

export type Sent = 'saved' | 'stale' | 'offline' | 'signed-out' | 'closed' | 'refused'

// The server rejects an age greater than this. Only a browser whose clock was changed reports one.
const LONGEST_WAIT_MS = 365 * 86_400_000

/** A request that takes longer counts as `offline`. It may have arrived: sending an answer twice changes nothing. */
const PATIENCE_MS = 10_000

/**
 * Sends one answer; never throws. `offline` also means that the server does not answer. `signed-out` also means that
 * another person has signed in on the same computer: the learner's answer waits until she is back.
 */
export async function sendAnswer(courseId: string, attemptId: string, unsent: Unsent): Promise<Sent> {
  const { at, ...answer } = unsent
  const saved = { ...answer, ageMs: Math.min(Math.max(0, Date.now() - at), LONGEST_WAIT_MS) }
  try {
    const response = await fetch('/api/exam/answers', {
      method: 'PUT',
      // Ask for an empty response to a saved answer: one in thousands is stale, and only that one needs a body.
      headers: { 'content-type': 'application/json', prefer: 'return=minimal' },
      body: JSON.stringify({ courseId, attemptId, saved }),
      keepalive: true,
      // A request that hangs would block every later answer, because they are sent one after the other.
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status === 204) return 'saved'
    if (response.ok) return (await response.json()).outcome === 'stale' ? 'stale' : 'saved'
    if (response.status === 401 || response.status === 403) return 'signed-out'
    if (response.status === 409) return 'closed'
    return response.status >= 500 || response.status === 429 ? 'offline' : 'refused'
  } catch {
    return 'offline'
  }
}
