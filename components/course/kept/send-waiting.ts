import type { OfflineOutcome } from '@/domain/progress/offline-act'
import { allWaiting, noteOwner, settle, type Waiting, waitingOf } from './waiting-acts'

/** Why something still waits. `sent`: all that may be sent was sent. `busy`: the site took no more requests. */
type SendState = 'sent' | 'no-network' | 'busy' | 'signed-out'
export type Sent = {
  state: SendState
  /** The key of who is signed in, if that was asked. What others did waits until they are back. */
  signedIn: string | null
}

// The server rejects an age greater than this. Only a browser whose clock was changed reports one.
const LONGEST_WAIT_MS = 365 * 86_400_000

/** A network that does not answer for so long counts as none. */
const PATIENCE_MS = 5000

/** How long a site that is busy is left alone, if it names no time, and at least and at most if it does. */
const WAIT_MS = 30_000
const LEAST_WAIT_MS = 5000
const MOST_WAIT_MS = 600_000

/** When a busy site may be asked again, by the answer that it gave last. */
let askAgainMs = WAIT_MS
let next: ReturnType<typeof setTimeout> | undefined

/**
 * Sends what waits, and does so again by itself as long as the site is busy: the browser tells when a network is back, but
 * not when a site is.
 */
export async function keepSending(tell: (sent: Sent) => void = () => {}): Promise<void> {
  clearTimeout(next)
  const sent = await sendWaiting()
  tell(sent)
  clearTimeout(next)
  if (sent.state === 'busy') next = setTimeout(() => void keepSending(tell), askAgainMs)
}

/** Sends what waits on this device for the person who is signed in. Two tabs do it one after the other. */
export async function sendWaiting(): Promise<Sent> {
  return navigator.locks ? navigator.locks.request('send-kept', send) : send()
}

async function send(): Promise<Sent> {
  if (allWaiting().every(({ act }) => act.outcome)) return { state: 'sent', signedIn: null }
  const signedIn = await askOwner()
  if (typeof signedIn !== 'object') return { state: signedIn, signedIn: null }
  const { owner } = signedIn
  if (owner === null) return { state: 'signed-out', signedIn: null }
  return { state: await sendAll(owner), signedIn: owner }
}

async function sendAll(owner: string): Promise<SendState> {
  const first = () => waitingOf(owner).find(({ outcome }) => !outcome)
  for (let act = first(); act; act = first()) {
    const outcome = await post(owner, act)
    if (outcome === 'no-network' || outcome === 'busy' || outcome === 'signed-out') return outcome
    settle(owner, act, outcome === 'saved' ? undefined : outcome)
  }
  return 'sent'
}

/** The key of the person who is signed in; null if nobody is, undefined without a network. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  const asked = await askOwner()
  return typeof asked === 'object' ? asked.owner : undefined
}

async function askOwner(): Promise<{ owner: string | null } | 'no-network' | 'busy'> {
  try {
    const response = await fetch('/api/account/owner', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return isBusy(response) ? 'busy' : 'no-network'
    const { owner } = (await response.json()) as { owner: string | null }
    if (owner) noteOwner(owner)
    return { owner }
  } catch {
    return 'no-network'
  }
}

/** Notes besides when the site may be asked again. */
function isBusy({ status, headers }: Response): boolean {
  if (status < 500 && status !== 429) return false
  const named = Number(headers.get('retry-after')) * 1000
  askAgainMs = named > 0 ? Math.min(Math.max(named, LEAST_WAIT_MS), MOST_WAIT_MS) : WAIT_MS
  return true
}

type Posted = OfflineOutcome | 'refused' | 'no-network' | 'busy' | 'signed-out'

async function post(owner: string, act: Waiting): Promise<Posted> {
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
    return isBusy(response) ? 'busy' : 'refused'
  } catch {
    return 'no-network'
  }
}
