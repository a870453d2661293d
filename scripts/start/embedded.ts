// Commands for the embedded PostgreSQL while the site is served: `revive PID` and `leave PID`, for a process that needs
// it.
import { embeddedServer, isNeeded, leaveEmbedded, startEmbedded } from '@/server/embedded/postgres'
import { databaseUrl, env } from '@/server/env'
import { loadDotEnv } from '../dot-env'
import { exitOnRefusal } from '../exit-on-refusal'

loadDotEnv()
const [command, pid] = process.argv.slice(2)
const { dataDir } = env()
await exitOnRefusal(async () => {
  if (command === 'leave') await leaveEmbedded(dataDir, Number(pid))
  else await tell(await revive(Number(pid)))
})
process.disconnect?.()

/** @returns the process id of PostgreSQL; `null` if it was stopped on purpose, as with `npm run db -- down`. */
async function revive(user: number): Promise<number | null> {
  if (!isNeeded(dataDir, user)) return null
  if (!embeddedServer(dataDir)) {
    console.log('The embedded PostgreSQL is gone; starting it again.')
    // The running site is connected to this port.
    await startEmbedded({ dataDir, port: Number(new URL(databaseUrl()).port), user })
  }
  return embeddedServer(dataDir)?.pid ?? null
}

function tell(postgresPid: number | null): Promise<unknown> {
  return new Promise((told) => process.send?.({ postgresPid }, told))
}
