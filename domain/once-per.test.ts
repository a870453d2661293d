import { expect, it, vi } from 'vitest'
import { oncePer } from './once-per'

it('works once for each object, also for what comes to nothing', () => {
  const read = vi.fn(({ text }: { text: string }) => text || undefined)
  const once = oncePer(read)
  const [lesson, twin, empty] = [{ text: 'a' }, { text: 'a' }, { text: '' }]

  expect([once(lesson), once(lesson), once(twin), once(empty), once(empty)]).toEqual([
    'a',
    'a',
    'a',
    undefined,
    undefined,
  ])
  expect(read.mock.calls).toEqual([[lesson], [twin], [empty]])
})
