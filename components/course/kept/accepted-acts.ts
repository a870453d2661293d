import { subjectOf, type Waiting } from './waiting-acts'

/**
 * The acts that the site has accepted since this page was opened, from this tab or another one. An act that is no longer
 * stored may also have been deleted, because somebody has signed out.
 */
const accepted = new Set<string>()
const CHANNEL = 'kept-accepted'
const nameOf = (owner: string, act: Waiting) => `${owner} ${subjectOf(act)} ${act.at}`

export function wasAccepted(owner: string, act: Waiting): boolean {
  return accepted.has(nameOf(owner, act))
}

/** Notes that the site has accepted an act, and tells the other tabs. */
export function noteAccepted(owner: string, act: Waiting): void {
  accepted.add(nameOf(owner, act))
  const others = new BroadcastChannel(CHANNEL)
  others.postMessage(nameOf(owner, act))
  others.close()
}

/** Calls `tell` after another tab has sent an act that the site has accepted. */
export function hearAccepted(tell: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }) => {
    accepted.add(String(data))
    tell()
  })
}
