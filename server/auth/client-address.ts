import 'server-only'
import { headers } from 'next/headers'
import { env } from '../env'
import { addressIn } from '../network-address'

/**
 * The address that a request came from, as far as it can be trusted: the n-th entry from the end of X-Forwarded-For if
 * n proxies of ours are in front, otherwise the address that the web server noted.
 */
export async function clientAddress(): Promise<string> {
  return addressIn((await headers()).get('x-forwarded-for'), env().trustedProxies)
}
