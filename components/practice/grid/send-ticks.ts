import type { KeptTicks, StoredGrid } from '@/domain/practice/kept-ticks'
import type { Owned } from './device-ticks'

/**
 * `offline` also means that the server does not answer, or is busy. `signIn` also means that another person has signed
 * in since. An object is what the server has, which was saved on another state than these ticks were made on.
 */
type Sent = 'saved' | 'offline' | 'signIn' | 'refused' | StoredGrid

/** A request that takes longer counts as “no network”. */
const PATIENCE_MS = 10_000

/** Sends the ticks of a page; never throws. */
export async function sendTicks({ owner, caseId }: Owned, releaseId: string, ticks: KeptTicks): Promise<Sent> {
  const { at, after, ...state } = ticks
  try {
    const response = await fetch('/api/practice/grids', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ caseId, releaseId, owner, ...state }),
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok ? await readOutcome(response) : whyNot(response.status)
  } catch {
    return 'offline'
  }
}

async function readOutcome(response: Response): Promise<Sent> {
  const answer: { outcome: 'saved' } | { outcome: 'changed'; stored: StoredGrid } = await response.json()
  return answer.outcome === 'saved' ? 'saved' : answer.stored
}

function whyNot(status: number): Sent {
  if (status === 401 || status === 403 || status === 409) return 'signIn'
  return status >= 500 || status === 429 ? 'offline' : 'refused'
}
