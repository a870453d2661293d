import type { OfflineOutcome } from '@/domain/progress/offline-act'
import { noteAccepted } from './accepted-acts'
import { allWaiting, noteOwner, settle, type Waiting, waitingOf } from './waiting-acts'

/** Why acts still wait. `sent`: all acts that may be sent were sent. `busy`: the site accepted no more requests. */
type SendState = 'sent' | 'no-network' | 'busy' | 'signed-out'
export type Sent = {
  state: SendState
  /** The key of the person who is signed in, if known. The acts of other people wait until they sign in again. */
  signedIn: string | null
}

// The server rejects an age greater than this. Only a browser whose clock was changed reports one.
const LONGEST_WAIT_MS = 365 * 86_400_000

/** A request that takes longer counts as “no network”. */
const PATIENCE_MS = 5000

/** The wait before a busy site is asked again, if it names none; and the bounds of the wait that it names. */
const WAIT_MS = 30_000
const LEAST_WAIT_MS = 5000
const MOST_WAIT_MS = 600_000

/** The wait before a busy site is asked again, from its last response. */
let askAgainMs = WAIT_MS
let next: ReturnType<typeof setTimeout> | undefined

/**
 * Sends the waiting acts, and tries again as long as the site is busy: the browser fires an event when the network is
 * back, but not when the site is.
 */
export async function keepSending(tell: (sent: Sent) => void = () => {}): Promise<void> {
  clearTimeout(next)
  const sent = await sendWaiting()
  tell(sent)
  clearTimeout(next)
  if (sent.state === 'busy') next = setTimeout(() => void keepSending(tell), askAgainMs)
}

/** Sends the waiting acts of the person who is signed in. A lock makes two tabs send one after the other. */
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
    if (outcome === 'saved') noteAccepted(owner, act)
    settle(owner, act, outcome === 'saved' ? undefined : outcome)
  }
  return 'sent'
}

/** The key of the person who is signed in; null if nobody is, undefined if the site did not answer. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  const asked = await askOwner()
  return typeof asked === 'object' ? asked.owner : undefined
}

async function askOwner(): Promise<{ owner: string | null } | 'no-network' | 'busy'> {
  try {
    const response = await fetch('/api/account/owner', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return noteIfBusy(response) ? 'busy' : 'no-network'
    const { owner } = (await response.json()) as { owner: string | null }
    if (owner) noteOwner(owner)
    return { owner }
  } catch {
    return 'no-network'
  }
}

/** Whether the site is busy. As a side effect, sets the wait before it is asked again. */
function noteIfBusy({ status, headers }: Response): boolean {
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
      // A request that hangs would block every other tab, because of the lock.
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.ok) return ((await response.json()) as { outcome: OfflineOutcome }).outcome
    // 409: another person has signed in since.
    if (response.status === 401 || response.status === 409) return 'signed-out'
    return noteIfBusy(response) ? 'busy' : 'refused'
  } catch {
    return 'no-network'
  }
}
