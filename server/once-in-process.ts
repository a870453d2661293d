import 'server-only'

/** What a process has one of: called, it gives it, and makes it the first time. */
export type Once<T> = {
  (): T
  /** From now on this one. */
  set: (value: T) => void
  /** The next call makes a new one. */
  reset: () => void
}

declare global {
  var keptByProcess: Map<string, unknown> | undefined
}

/** The only user of `globalThis`: Next gives each of its bundles modules of its own, and a module's variables with them. */
export function onceInProcess<T>(name: string, make: () => T): Once<T> {
  const get = () => {
    if (!kept().has(name)) kept().set(name, make())
    return kept().get(name) as T
  }
  return Object.assign(get, {
    set: (value: T) => void kept().set(name, value),
    reset: () => void kept().delete(name),
  })
}

function kept(): Map<string, unknown> {
  globalThis.keptByProcess ??= new Map()
  return globalThis.keptByProcess
}
