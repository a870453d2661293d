import { afterEach, describe, expect, it, vi } from 'vitest'
import { applyLook, storedLook, storeLook } from './reading-look'

/** A browser's storage, or one that refuses everything. */
function storage(open: boolean, first: string | null = null): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = { value: first }
  const refuse = () => {
    throw new Error('SecurityError')
  }
  const setItem = (_: string, value: string) => {
    kept.value = value
  }
  return open ? { getItem: () => kept.value, setItem } : { getItem: refuse, setItem: refuse }
}

afterEach(() => vi.unstubAllGlobals())

describe('the text size, the line spacing and the languages of the law', () => {
  it('are found again as they were chosen', () => {
    vi.stubGlobal('localStorage', storage(true))
    storeLook({ size: '3', lines: '2', law: '2' })

    expect(storedLook()).toEqual({ size: '3', lines: '2', law: '2' })
  })

  it.each([
    ['nothing was chosen', storage(true)],
    ['the browser keeps nothing', storage(false)],
    ['something else stands there', storage(true, '<html>')],
  ])('are as designed if %s', (_, kept) => {
    vi.stubGlobal('localStorage', kept)

    expect(storedLook()).toEqual({})
  })

  it('do not fail if the browser stores nothing', () => {
    vi.stubGlobal('localStorage', storage(false))

    expect(() => storeLook({ size: '2', lines: '1', law: '1' })).not.toThrow()
  })

  it('are marked on the page', () => {
    const dataset: Record<string, string> = {}
    vi.stubGlobal('document', { documentElement: { dataset } })
    applyLook({ size: '2', lines: '1', law: '2' })

    expect(dataset).toEqual({ size: '2', lines: '1', law: '2' })
  })
})
