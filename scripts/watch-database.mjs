// Node built-ins only: this stays as long as the site is served.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { typescript } from './supervise.mjs'

const EVERY_MS = 1000

/**
 * Has the embedded PostgreSQL started again when it was killed, until `leave` crosses this process out among those who need it.
 *
 * @param pid the process of PostgreSQL.
 */
export function watchDatabase(pid, env) {
  let watched = pid
  let asking
  const timer = setInterval(() => {
    if (asking || runs(watched)) return
    asking = ask('revive', env).then((found) => {
      asking = undefined
      if (found === null) clearInterval(timer) // it is meant to be down
      watched = found ?? watched
    })
  }, EVERY_MS)
  return {
    async leave() {
      clearInterval(timer)
      await asking
      await ask('leave', env)
    },
  }
}

/** @returns what it answers; `undefined` when it failed, and has said why. */
async function ask(command, env) {
  const args = typescript('scripts/start/embedded.ts', command, String(process.pid))
  // In a group of its own: a second Ctrl-C must not interrupt it.
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
  let answer
  child.on('message', (message) => {
    answer = message.postgresPid
  })
  await once(child, 'exit')
  return answer
}

/** One that has ended counts as running until somebody waits for it, which in a container may be nobody. */
function runs(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ')
  } catch {
    return true // a system without /proc
  }
}
