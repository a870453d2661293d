import { describe, expect, it } from 'vitest'
import { fateOf, type KeptTicks, type StoredGrid } from './kept-ticks'

const kept: KeptTicks = { number: 1, version: 3, writer: 'hers', step: 5, after: null, at: 1, fields: {} }
const stored: StoredGrid = { number: 1, version: 3, writer: null, step: 0, closed: false }

describe('ticks kept on a device', () => {
  it.each<[string, Partial<KeptTicks>, Partial<StoredGrid>, ReturnType<typeof fateOf>]>([
    ['were made on what is stored', {}, {}, 'send'],
    ['were made on what another page has stored', {}, { writer: 'other', step: 9 }, 'send'],
    ['arrived, but their answer was lost', {}, { version: 4, writer: 'hers', step: 5 }, 'saved'],
    ['arrived, and later ones of the page too', {}, { version: 5, writer: 'hers', step: 6 }, 'saved'],
    ['arrived with the hand-in', {}, { version: 4, writer: 'hers', step: 5, closed: true }, 'saved'],
    ['are later than what their page has stored', {}, { version: 4, writer: 'hers', step: 4 }, 'send'],
    [
      'go on from the page that has stored the attempt',
      { after: { writer: 'left', step: 7 } },
      { version: 4, writer: 'left', step: 7 },
      'send',
    ],
    [
      'go on from an earlier state of the page that has stored the attempt',
      { after: { writer: 'left', step: 7 } },
      { version: 4, writer: 'left', step: 8 },
      'ask',
    ],
    ['are older than what another window has stored', {}, { version: 4, writer: 'other', step: 1 }, 'ask'],
    ['are older than what a page without a script has stored', {}, { version: 4 }, 'ask'],
    ['belong to an attempt that was handed in elsewhere', {}, { version: 3, closed: true }, 'ask'],
    ['begin the next attempt', { number: 2, version: 0 }, { closed: true }, 'send'],
    ['begin the first attempt', { version: 0 }, { number: 0, version: 0, closed: true }, 'send'],
    ['begin an attempt that another window has begun', { version: 0 }, { version: 1, writer: 'other' }, 'ask'],
  ])('%s', (_, ticks, grid, fate) => {
    expect(fateOf({ ...kept, ...ticks }, { ...stored, ...grid })).toBe(fate)
  })
})
