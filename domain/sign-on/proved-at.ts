/** `acr`: the authentication context. `auth_time`: when she gave her password there, in seconds since 1970. */
export type StatedProof = { acr?: unknown; auth_time?: unknown }

/** At this age a proof is no longer fresh, and does not allow signing. */
const OLD_MS = 3_600_000

/**
 * The time from which a second factor that was given to a provider counts here; null if it does not. A person may have
 * been signed in there for hours, so without a time it counts as old.
 *
 * @param accepted the values of `acr` that the settings name.
 */
export function provedAtProvider({ acr, auth_time }: StatedProof, accepted: readonly string[], now: Date): Date | null {
  if (typeof acr !== 'string' || !accepted.includes(acr)) return null
  const at = typeof auth_time === 'number' ? auth_time * 1000 : now.getTime() - OLD_MS
  return new Date(Math.min(at, now.getTime()))
}
