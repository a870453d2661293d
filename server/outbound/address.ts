import 'server-only'
import { BlockList, isIP } from 'node:net'

/** Networks that are not the public internet, or lead from it to a machine or a network of our own. */
const NOT_PUBLIC = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    // Multicast, reserved and broadcast.
    '224.0.0.0/3',
  ],
  // Outside 2000::/3 lie loopback, link-local, unique-local, multicast, mapped and translated addresses.
  ipv6: ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3ffe::/16', '3fff::/20'],
} as const

// One list for each family: a single one would read an IPv4 address as a mapped one too.
const lists = { ipv4: listOf('ipv4'), ipv6: listOf('ipv6') }

function listOf(family: keyof typeof NOT_PUBLIC): BlockList {
  const list = new BlockList()
  for (const network of NOT_PUBLIC[family]) {
    const [start = '', bits] = network.split('/')
    list.addSubnet(start, Number(bits), family)
  }
  return list
}

/**
 * Whether an address belongs to the public internet. An IPv4 address inside an IPv6 one (mapped, translated, 6to4,
 * Teredo) does not, whatever it is: no public host needs to be reached by one.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  return !lists[family].check(address, family)
}
