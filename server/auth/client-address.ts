import 'server-only'
import { headers } from 'next/headers'
import { env } from '../env'

/**
 * The address a request came from, as far as it can be believed: the n-th entry from the end of X-Forwarded-For when n
 * proxies of ours stand in front, else what the server itself noted.
 */
export async function clientAddress(): Promise<string> {
  return addressIn((await headers()).get('x-forwarded-for'), env().trustedProxies)
}

/** Next appends the peer's own address last, so with no proxy in front the last entry is the peer. */
export function addressIn(forwarded: string | null, trustedProxies: number): string {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return hops.at(-1 - trustedProxies) ?? hops[0] ?? 'unknown'
}
