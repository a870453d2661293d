/** `acr`: the authentication context. `auth_time`: when she gave her password there, in seconds since 1970. */
export type StatedProof = { acr?: unknown; auth_time?: unknown }

/** With this age a proof is no longer fresh, and signs nothing. */
const OLD_MS = 3_600_000

/**
 * Since when a second factor that was given to a provider counts here; null if it does not. Somebody who has been signed
 * in there for hours gave it hours ago: without a time it counts as old.
 *
 * @param accepted the values of `acr` that the settings name.
 */
export function provedAtProvider({ acr, auth_time }: StatedProof, accepted: readonly string[], now: Date): Date | null {
  if (typeof acr !== 'string' || !accepted.includes(acr)) return null
  const at = typeof auth_time === 'number' ? auth_time * 1000 : now.getTime() - OLD_MS
  return new Date(Math.min(at, now.getTime()))
}
