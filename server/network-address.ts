import 'server-only'

/** The web server appends the address of the peer, so with no proxy in front the last entry is the peer. */
export function addressIn(forwarded: string | null, trustedProxies: number): string {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return subscriberOf(hops.at(-1 - trustedProxies) ?? hops[0] ?? 'unknown')
}

/**
 * An IPv6 subscriber has a whole /64; otherwise each address in it would have a limit of its own. IPv4 in IPv6 counts
 * as IPv4.
 */
function subscriberOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = (text = '') => (text === '' ? [] : text.split(':'))
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail)]
  const network = all.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}
