import { expect, it, vi } from 'vitest'
import { onceInProcess } from './once-in-process'

it('makes what it keeps at the first call, and gives the same to every bundle', async () => {
  const make = vi.fn(() => ({}))
  const here = onceInProcess('a list', make)
  expect(make).not.toHaveBeenCalled()
  vi.resetModules()
  const bundle = await import('./once-in-process')
  expect(bundle.onceInProcess).not.toBe(onceInProcess)
  const there = bundle.onceInProcess('a list', make)

  expect(there()).toBe(here())
  expect(make).toHaveBeenCalledTimes(1)
})

it('keeps nothing for an attempt that fails', () => {
  const make = vi.fn<() => number>().mockImplementationOnce(() => {
    throw new Error('not yet')
  })
  make.mockReturnValue(1)
  const one = onceInProcess('a failure', make)

  expect(one).toThrow('not yet')
  expect(one()).toBe(1)
})

it('keeps a value for each name, even an empty one', () => {
  const make = vi.fn(() => null)
  const nothing = onceInProcess('nothing', make)

  expect([nothing(), nothing(), onceInProcess('something', () => 1)()]).toEqual([null, null, 1])
  expect(make).toHaveBeenCalledTimes(1)
})

it('gives the value that was set, until it is reset', () => {
  const one = onceInProcess('a value', () => 'made')
  one.set('given')
  expect(one()).toBe('given')
  one.reset()

  expect(one()).toBe('made')
})
