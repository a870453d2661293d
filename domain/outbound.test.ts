import { describe, expect, it } from 'vitest'
import { isNamedHost } from './outbound'

describe('a host that the settings name', () => {
  it.each([
    ['https://si.ecole.ma/x', ['si.ecole.ma'], true],
    ['https://SI.ecole.ma:443/x', ['si.ecole.ma'], true],
    // Another port is another service.
    ['https://si.ecole.ma:5432/x', ['si.ecole.ma'], false],
    ['https://si.ecole.ma:8443/x', ['si.ecole.ma:8443'], true],
    ['https://si.ecole.ma/x', ['si.ecole.ma:8443'], false],
    ['http://[::1]:8080/', ['[::1]:8080'], true],
    ['https://a.si.ecole.ma/', ['si.ecole.ma'], false],
  ] as const)('%s of %j: %j', (url, named, expected) => expect(isNamedHost(new URL(url), named)).toBe(expected))
})
