// Loaded into the web server. Whoever started it stops the embedded PostgreSQL after it, unless it was killed outright: then
// this does. A process that never entered among those who need the database crosses nobody out.
import { spawn } from 'node:child_process'
import { typescript } from './supervise.mjs'

process.once('disconnect', () =>
  process.once('exit', () => {
    const args = typescript('scripts/start/embedded.ts', 'leave', String(process.pid))
    spawn(process.execPath, args, { stdio: 'ignore', detached: true })
  }),
)
