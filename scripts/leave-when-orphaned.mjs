// Loaded into the web server. Its parent process normally stops the embedded PostgreSQL. If the parent is killed with
// SIGKILL, this stops it instead. A process that never registered as a user of the database unregisters nobody.
import { spawn } from 'node:child_process'
import { typescript } from './supervise.mjs'

process.once('disconnect', () =>
  process.once('exit', () => {
    const args = typescript('scripts/start/embedded.ts', 'leave', String(process.pid))
    spawn(process.execPath, args, { stdio: 'ignore', detached: true })
  }),
)
