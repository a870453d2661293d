import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Rows } from './rows'

export type Asked = { id: number; name: keyof Rows; args: unknown[] }
type Answered = { id: number; value?: unknown; error?: string }
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/**
 * The functions of `rows`, run in a process of its own that may use the code of server/.
 *
 * @param port of the site for which they are.
 */
export function openRows(port = process.env.E2E_PORT): { rows: Rows; close: () => Promise<void> } {
  const child = fork('tests/support/e2e/rows-process.ts', {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, E2E_PORT: port, NODE_OPTIONS: '' },
    serialization: 'advanced',
  })
  const waiting = new Map<number, Waiting>()
  child.on('message', ({ id, value, error }: Answered) => {
    const { resolve, reject } = waiting.get(id) ?? {}
    waiting.delete(id)
    if (error === undefined) resolve?.(value)
    else reject?.(new Error(error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the process of the rows ended with ${code}`))
  })

  let last = 0
  const call =
    (name: keyof Rows) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        child.send({ id, name, args } satisfies Asked)
      })
  const rows = new Proxy({} as Rows, { get: (_, name) => call(name as keyof Rows) })
  const close = async () => {
    if (!child.connected) return
    const exited = once(child, 'exit')
    child.disconnect()
    await exited
  }
  return { rows, close }
}
