import type { OfflineOutcome } from '@/domain/progress/offline-act'
import { allWaiting, noteOwner, settle, type Waiting, waitingOf } from './waiting-acts'

/** Why something still waits. `sent`: all that may be sent was sent. */
type SendState = 'sent' | 'no-network' | 'signed-out'
export type Sent = {
  state: SendState
  /** The key of who is signed in, if that was asked. What others did waits until they are back. */
  signedIn: string | null
}

// The server rejects an age greater than this. Only a browser whose clock was changed reports one.
const LONGEST_WAIT_MS = 365 * 86_400_000

/** A network that does not answer for so long counts as none. */
const PATIENCE_MS = 5000

/** Sends what waits on this device for the person who is signed in. Two tabs do it one after the other. */
export async function sendWaiting(): Promise<Sent> {
  return navigator.locks ? navigator.locks.request('send-kept', send) : send()
}

async function send(): Promise<Sent> {
  if (allWaiting().every(({ act }) => act.outcome)) return { state: 'sent', signedIn: null }
  const signedIn = await whoIsSignedIn()
  if (!signedIn) return { state: signedIn === null ? 'signed-out' : 'no-network', signedIn: null }
  return { state: await sendAll(signedIn), signedIn }
}

async function sendAll(owner: string): Promise<SendState> {
  const next = () => waitingOf(owner).find(({ outcome }) => !outcome)
  for (let act = next(); act; act = next()) {
    const outcome = await post(owner, act)
    if (outcome === 'no-network' || outcome === 'signed-out') return outcome
    settle(owner, act, outcome === 'saved' ? undefined : outcome)
  }
  return 'sent'
}

/** The key of the person who is signed in; null if nobody is, undefined without a network. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  try {
    const response = await fetch('/api/account/owner', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return undefined
    const { owner } = (await response.json()) as { owner: string | null }
    if (owner) noteOwner(owner)
    return owner
  } catch {
    return undefined
  }
}

async function post(owner: string, act: Waiting): Promise<OfflineOutcome | 'refused' | 'no-network' | 'signed-out'> {
  const { at, outcome: _, ...done } = act
  const body = { ...done, owner, ageMs: Math.min(Math.max(0, Date.now() - at), LONGEST_WAIT_MS) }
  try {
    const response = await fetch('/api/lessons/offline', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // A request that hangs would hold up every other tab.
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.ok) return ((await response.json()) as { outcome: OfflineOutcome }).outcome
    // 409: another person has signed in since.
    if (response.status === 401 || response.status === 409) return 'signed-out'
    return response.status >= 500 || response.status === 429 ? 'no-network' : 'refused'
  } catch {
    return 'no-network'
  }
}
