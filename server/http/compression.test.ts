import { expect, it } from 'vitest'
import { acceptsGzip } from './compression'

it.each(['gzip', 'GZIP', 'gzip, br', 'br;q=1.0, gzip;q=0.8', 'gzip;q=0.001', 'deflate , GZip ; Q=1'])(
  'takes it who says %s',
  (asked) => expect(acceptsGzip(asked)).toBe(true),
)

it.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip;Q=0', 'gzip; q=0.000, br', 'gzipped', 'x-gzip-not'])(
  'leaves it to who says %s',
  (asked) => expect(acceptsGzip(asked)).toBe(false),
)
