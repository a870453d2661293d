// Node built-ins only: this stays as long as the site is served.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { typescript } from './supervise.mjs'

const EVERY_MS = 1000

/**
 * Restarts the embedded PostgreSQL if it is killed, until `leave` unregisters this process as one of its users.
 *
 * @param pid the process id of PostgreSQL.
 */
export function watchDatabase(pid, env) {
  let watched = pid
  let asking
  const timer = setInterval(() => {
    if (asking || runs(watched)) return
    asking = ask('revive', env).then((found) => {
      asking = undefined
      if (found === null) clearInterval(timer) // it was stopped on purpose
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

/** @returns the output of the command; `undefined` if it failed, after printing the reason. */
async function ask(command, env) {
  const args = typescript('scripts/start/embedded.ts', command, String(process.pid))
  // In a process group of its own, so that a second Ctrl-C does not interrupt it.
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
  let answer
  child.on('message', (message) => {
    answer = message.postgresPid
  })
  await once(child, 'exit')
  return answer
}

/** A zombie process counts as running until its parent waits for it; in a container, perhaps nobody does. */
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
