import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readSiteSettings } from '../e2e-settings'
import { mailTo } from '../outbox'
import { type Ran, runInWith } from '../run-command'
import { freePort } from '../site'
import type { Rows } from './rows'
import { openRows } from './rows-client'

export type MovedSite = {
  url: string
  rows: Rows
  /** What the clock of the site shows. */
  now: () => Date
  /** Starts the site again at this time. */
  moveTo: (time: Date) => Promise<void>
  /** The mails that it sent to an address, the oldest first. */
  mailTo: (email: string) => string[]
  /** Runs a command of `scripts/` in a folder, on the database of the site. */
  run: (folder: string, script: string, ...args: readonly string[]) => Ran
  close: () => Promise<void>
}

/**
 * A separate site with its own database, because its clock differs from that of the other tests. `rows` uses the clock
 * of the machine, so use it only for what happens before the first move.
 */
export async function openMovedSite(courses: readonly string[]): Promise<MovedSite> {
  const port = String(await freePort())
  const child = fork('tests/support/e2e/moved-site-process.ts', courses, {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, E2E_PORT: port, NODE_OPTIONS: '' },
  })
  const said = async () => {
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the moved site ended')))
    await Promise.race([once(child, 'message'), ended])
  }
  await said()
  const { rows, close } = openRows(port)
  let ahead = 0
  const moveTo = async (time: Date) => {
    ahead = time.getTime() - Date.now()
    child.send(ahead)
    await said()
  }
  await moveTo(new Date())
  return {
    url: `http://localhost:${port}`,
    rows,
    now: () => new Date(Date.now() + ahead),
    moveTo,
    mailTo: (email) => mailTo(email, readSiteSettings(port).DATA_DIR),
    run: (folder, script, ...args) => runInWith(readSiteSettings(port), folder, script, ...args),
    close: async () => {
      await close()
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}
