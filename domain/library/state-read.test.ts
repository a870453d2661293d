import { expect, it } from 'vitest'
import { stateRead } from './state-read'

it.each([
  ['the gazette', { readAt: '2016-09-19', inForceFrom: null }, 'published'],
  ['the gazette, before it came into force', { readAt: '2016-08-22', inForceFrom: '2018-10-02' }, 'published'],
  ['a consolidation', { consolidated: true, readAt: '2024-08-22', inForceFrom: null }, 'consolidated'],
  ['one of a later day', { consolidated: true, readAt: '2026-01-10', inForceFrom: '2025-12-08' }, 'consolidated'],
  [
    'one of an earlier day',
    { consolidated: true, readAt: '2025-09-08', inForceFrom: '2025-12-08' },
    'consolidatedAhead',
  ],
] as const)('tells what was read: %s', (_, version, state) => {
  expect(stateRead(version)).toBe(state)
})
