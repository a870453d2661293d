import { vi } from 'vitest'

/** A fake Cache Storage, with space for `room` responses. */
export function fakeCaches(room = Number.POSITIVE_INFINITY) {
  const stores = new Map<string, Map<string, Response>>()
  let left = room
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return {
      match: async (address: string) => store.get(address)?.clone(),
      put: async (address: string, response: Response) => {
        left -= 1
        if (left < 0) throw new DOMException('full', 'QuotaExceededError')
        store.set(address, response)
      },
    }
  }
  vi.stubGlobal('caches', {
    open,
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  })
  return stores
}
