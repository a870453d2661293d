import { expect, it } from 'vitest'
import { addressIn } from './network-address'

it.each([
  ['the peer', '203.0.113.7', 0, '203.0.113.7'],
  ['the peer, whatever the client says', '198.51.100.1, 203.0.113.7', 0, '203.0.113.7'],
  ['what the one proxy noted', '198.51.100.1, 192.0.2.8, 10.0.0.1', 1, '192.0.2.8'],
  ['what the first of two proxies noted', '198.51.100.1, 192.0.2.8, 10.0.0.2, 10.0.0.1', 2, '192.0.2.8'],
  ['the peer that came past the proxy', '203.0.113.7', 1, '203.0.113.7'],
  ['one name for all that say nothing', ' , ', 0, 'unknown'],
])('takes for the address %s', (_, forwarded, trustedProxies, address) => {
  expect(addressIn(forwarded, trustedProxies)).toBe(address)
})

it.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('counts %s as its subscriber %s', (address, subscriber) => {
  expect(addressIn(address, 0)).toBe(subscriber)
})
