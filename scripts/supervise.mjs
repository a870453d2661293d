// Node built-ins only: the programs that use this run as long as their child processes, and install the packages.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { whenParentDies } from './parent-watch.mjs'

/** Node's arguments for a TypeScript program that may import `server/`. */
export function typescript(program, ...args) {
  return ['--conditions=react-server', '--import', 'tsx', program, ...args]
}

/**
 * Runs Node programs one after the other, and stops the current one when this process is told to stop. If this process
 * is killed, each of them notices by its IPC channel (`disconnect`).
 */
export function supervise() {
  let child
  let stopped = false
  const stop = () => {
    stopped = true
    child?.kill('SIGTERM')
  }
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // Ctrl-C reaches every process of the terminal by itself.
  process.on('SIGINT', () => {
    stopped = true
  })
  if (process.env.npm_lifecycle_event) whenParentDies(stop)

  async function run(args, { env = process.env, stdin = 'inherit', onMessage = () => {} } = {}) {
    child = spawn(process.execPath, args, { stdio: [stdin, 'inherit', 'inherit', 'ipc'], env })
    child.on('message', onMessage)
    const [code, signal] = await once(child, 'exit')
    child = undefined
    return { code, signal }
  }
  return { run, isStopped: () => stopped }
}
