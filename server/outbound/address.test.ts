import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './address'

/** For each network that is not public, some of its addresses, such as the first and the last. */
const INSIDE: readonly (readonly [string, ...string[]])[] = [
  ['this network', '0.0.0.0', '0.255.255.255'],
  ['private', '10.0.0.0', '10.255.255.255'],
  ['shared by a provider', '100.64.0.0', '100.127.255.255'],
  ['loopback', '127.0.0.0', '127.0.0.1', '127.255.255.255'],
  ['link-local, with the metadata of clouds', '169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ['private', '172.16.0.0', '172.31.255.255'],
  ['protocols', '192.0.0.0', '192.0.0.255'],
  ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  ['private', '192.168.0.0', '192.168.255.255'],
  ['benchmarks', '198.18.0.0', '198.19.255.255'],
  ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
  ['reserved and broadcast', '240.0.0.0', '255.255.255.255'],
  ['unspecified and loopback', '::', '::1', '0:0:0:0:0:0:0:1'],
  ['mapped IPv4', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1'],
  ['translated IPv4', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:4136:e378::1'],
  ['unique-local', 'fc00::', 'fdff:ffff::1'],
  ['link-local', 'fe80::1', 'febf::1'],
  ['site-local', 'fec0::1'],
  ['not assigned', '4000::1', '8000::1', 'c000::1'],
  ['no address', '', 'localhost', '127.1', '2130706433', '0x7f000001', '010.0.0.1', '::1%lo', '[::1]'],
]

/** The neighbours of those networks, and well-known hosts. */
const OUTSIDE = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2a00:1450:4001:80b::200e',
  '2606:4700:4700::1111',
]

describe('an address of the public internet', () => {
  it.each(INSIDE)('is not one that is %s: %s', (_, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  it('is any other', () => expect(OUTSIDE.filter((address) => !isPublicAddress(address))).toEqual([]))

  it('is no IPv4 address of a private network in any spelling within IPv6', () => {
    for (let last = 0; last < 256; last += 1) {
      for (const [high, low] of [
        ['7f00', '127.0.0'],
        ['0a00', '10.0.0'],
        ['c0a8', '192.168.0'],
      ] as const) {
        expect(isPublicAddress(`::ffff:${low}.${last}`)).toBe(false)
        expect(isPublicAddress(`::ffff:${high}:${last.toString(16)}`)).toBe(false)
        expect(isPublicAddress(`64:ff9b::${high}:${last.toString(16)}`)).toBe(false)
      }
    }
  })
})
