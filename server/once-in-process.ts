import 'server-only'

/** A value that exists once per process. A call returns it; the first call makes it. */
export type Once<T> = {
  (): T
  /** Replaces the value. */
  set: (value: T) => void
  /** Makes the next call compute a new value. */
  reset: () => void
}

declare global {
  var keptByProcess: Map<string, unknown> | undefined
}

/** The only user of `globalThis`: each bundle of Next has its own copy of a module and of the variables in it. */
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
