import { describe, expect, it, vi } from 'vitest'
import { memoize, memoizePerObject, memoizeText } from './memoize'

describe('memoize', () => {
  const numbered = (limit: number) => {
    const make = vi.fn((n: number) => `${n} is made`)
    return { make, once: memoize(make, { key: (n) => (n < 0 ? null : String(n)), limit }) }
  }

  it('works once per key', () => {
    const { make, once } = numbered(10)

    expect([once(1), once(2), once(1)]).toEqual(['1 is made', '2 is made', '1 is made'])
    expect(make.mock.calls).toEqual([[1], [2]])
  })

  it('calls the function each time for an argument without a key', () => {
    const { make, once } = numbered(10)
    for (const n of [1, -1, 1, -1]) once(n)

    expect(make.mock.calls).toEqual([[1], [-1], [-1]])
  })

  it('keeps no more than its limit: those that were asked for last', () => {
    const { make, once } = numbered(2)
    for (const n of [1, 2, 1, 3, 1, 3]) once(n)
    expect(make.mock.calls).toEqual([[1], [2], [3]])
    once(2)

    expect(make).toHaveBeenLastCalledWith(2)
    expect(make).toHaveBeenCalledTimes(4)
  })

  it('keeps an empty result, but not a failure', () => {
    const make = vi
      .fn(() => '')
      .mockImplementationOnce(() => {
        throw new Error('not yet')
      })
    const once = memoize(make, { key: () => '', limit: 1 })

    expect(once).toThrow('not yet')
    expect([once(), once()]).toEqual(['', ''])
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('shares a promise while it is waited for, and forgets it when it fails', async () => {
    const make = vi.fn(async (name: string) => name).mockRejectedValueOnce(new Error('not there'))
    const once = memoize(make, { key: (name) => name, limit: 10 })

    const failing = [once('a'), once('a')]
    expect(failing[0]).toBe(failing[1])
    await expect(Promise.all(failing)).rejects.toThrow('not there')
    expect([await once('a'), await once('a')]).toEqual(['a', 'a'])
    expect(make).toHaveBeenCalledTimes(2)
  })
})

it('memoizeText works once per text', () => {
  const make = vi.fn((text: string) => `${text}!`)
  const once = memoizeText(make)

  expect([once('a'), once('b'), once('a')]).toEqual(['a!', 'b!', 'a!'])
  expect(make).toHaveBeenCalledTimes(2)
})

it('memoizePerObject works once for each object, even if the result is undefined', () => {
  const read = vi.fn(({ text }: { text: string }) => text || undefined)
  const once = memoizePerObject(read)
  const [lesson, twin, empty] = [{ text: 'a' }, { text: 'a' }, { text: '' }]

  expect([lesson, lesson, twin, empty, empty].map(once)).toEqual(['a', 'a', 'a', undefined, undefined])
  expect(read.mock.calls).toEqual([[lesson], [twin], [empty]])
})
