import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { stopping } from '@/scripts/run'
import { SERVER } from '@/scripts/start/server-process'
import type { SearchFigures } from './search-figures'

const PROGRAM = path.join(import.meta.dirname, 'search-process.ts')

/** Builds and queries the index of a library several times as large as ours, with the settings of the web server. */
export async function measureSearch(times: number, seconds: number): Promise<SearchFigures> {
  const child = fork(PROGRAM, [String(times), String(seconds)], {
    execArgv: [...process.execArgv, ...SERVER.flags, '--expose-gc'],
    env: { ...process.env, ...SERVER.env },
    signal: stopping.signal,
  })
  const exited = once(child, 'exit')
  const failed = exited.then(() => Promise.reject(new Error(`The search of ${times} libraries could not be measured.`)))
  const [figures] = await Promise.race([once(child, 'message'), failed])
  await exited
  return figures
}
