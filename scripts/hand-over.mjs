// Node built-ins only: the two doors of this package install what is missing and hand over to TypeScript.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { installIfNeeded } from './install.mjs'
import { whenParentDies } from './parent-watch.mjs'

/** Installs if needed and runs a TypeScript program, to its end, as this process. */
export function handOver(program, { onMessage = () => {}, onExit }) {
  process.chdir(path.join(import.meta.dirname, '..'))
  installIfNeeded()

  const args = ['--conditions=react-server', '--import', 'tsx', program, ...process.argv.slice(2)]
  // The channel tells the program when this process is killed outright.
  const child = spawn(process.execPath, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Installing is part of a first start: what tells how long that took counts from here.
    env: { ...process.env, STARTED_AT: String(performance.timeOrigin) },
  })
  child.on('message', onMessage)
  child.on('exit', (code) => process.exit(onExit(code ?? 1)))

  // Ctrl-C reaches the program by itself; the others are sent to this process alone.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  if (process.env.npm_lifecycle_event) whenParentDies(() => child.kill('SIGTERM'))
}
