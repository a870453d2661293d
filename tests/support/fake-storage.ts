/** An empty storage of the browser. As in a browser, its methods are not among its names. */
export function fakeStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held: Record<string, string> = {}
  return Object.setPrototypeOf(held, {
    getItem: (name: string) => held[name] ?? null,
    setItem: (name: string, value: string) => {
      held[name] = value
    },
    removeItem: (name: string) => {
      delete held[name]
    },
  })
}
