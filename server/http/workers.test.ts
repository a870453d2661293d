import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { freePort } from '@/tests/support/site'
import { readWorkers } from './workers'

let program: ChildProcess | undefined
afterEach(() => program?.kill('SIGKILL'))

/** Starts the program of tests/support on a port of its own. */
async function start(...words: string[]) {
  const port = await freePort()
  const args = [
    '--conditions=react-server',
    '--import',
    'tsx',
    'tests/support/workers-program.ts',
    String(port),
    ...words,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] })
  program = child
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  /** The ids of the workers that respond to ten requests, each on a connection of its own. */
  const answering = async () => {
    const pids = new Set<number>()
    for (let turn = 0; turn < 10; turn++) pids.add(Number(await (await fetch(`http://127.0.0.1:${port}`)).text()))
    return pids
  }
  return { child, exited, answering, said: () => said }
}

it('runs several processes, replaces one that is killed, and ends them all on request', async () => {
  const { child, exited, answering, said } = await start()
  await once(child, 'message') // The program listens now.
  const both = () =>
    answering().then(
      ({ size }) => size,
      () => 0,
    )
  await expect.poll(both, { timeout: 30_000 }).toBe(2)

  const [killed = 0] = await answering()
  process.kill(killed, 'SIGKILL')
  await expect.poll(said, { timeout: 30_000 }).toContain('"event":"worker-replaced"')
  await expect.poll(both, { timeout: 30_000 }).toBe(2)
  expect(await answering()).not.toContain(killed)

  child.kill('SIGTERM')
  expect(await exited).toBe(0)
  await expect(answering()).rejects.toThrow()
})

it.each([
  [undefined, 1],
  ['', 1],
  ['1', 1],
  ['3', 3],
])('of WORKERS=%s serves in %i', (setting, count) => {
  expect(readWorkers(setting)).toBe(count)
})

it('ends when not even the first process can start', async () => {
  const { exited, said } = await start('broken')

  expect(await exited).toBe(1)
  expect(said()).not.toContain('worker-replaced')
})
