import 'server-only'
import { parentPort } from 'node:worker_threads'
import { NestedTooDeeply } from '@/domain/text/nesting'
import type { Answer, Given, Limit, Made, Request, TaskName } from './tasks'

type Handlers = { readonly [N in TaskName]: (given: Given<N>) => Made<N> | Promise<Made<N>> }

/** Makes this thread a worker: it does the tasks that the main thread sends, one after the other. */
export function answerTasks(handlers: Handlers): void {
  parentPort?.on('message', async ({ name, given }: Request) => {
    parentPort?.postMessage(await answerTo(() => handlers[name](given as never)))
  })
}

async function answerTo(work: () => unknown): Promise<Answer> {
  try {
    return { made: await work() }
  } catch (error) {
    const limit = limitOf(error)
    return limit ? { limit } : { error }
  }
}

/**
 * The limits that the parsers meet by themselves: V8 ends a recursion that is too deep, and the library of YAML counts
 * what its aliases would unfold to (its option `maxAliasCount`, 100 unless said otherwise).
 */
function limitOf(error: unknown): Limit | null {
  if (error instanceof NestedTooDeeply) return 'depth'
  if (error instanceof RangeError && /call stack/.test(error.message)) return 'depth'
  return error instanceof ReferenceError && /alias count/.test(error.message) ? 'aliases' : null
}
