import type { Unsent } from './unsent-answers'

export type Sent = 'saved' | 'stale' | 'offline' | 'signed-out' | 'closed' | 'refused'

/** One small request; never throws. `offline` also stands for a server that does not answer. */
export async function sendAnswer(courseId: string, attemptId: string, unsent: Unsent): Promise<Sent> {
  const { at, ...answer } = unsent
  const saved = { ...answer, ageMs: Math.max(0, Date.now() - at) }
  try {
    const response = await fetch('/api/exam/answers', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ courseId, attemptId, saved }),
      keepalive: true,
    })
    if (response.ok) return (await response.json()).outcome === 'stale' ? 'stale' : 'saved'
    if (response.status === 401) return 'signed-out'
    if (response.status === 409) return 'closed'
    return response.status >= 500 || response.status === 429 ? 'offline' : 'refused'
  } catch {
    return 'offline'
  }
}
