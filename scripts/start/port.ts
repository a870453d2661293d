import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/server/env'
import { SettingsError } from '@/server/settings-error'

export const HERE = '127.0.0.1'
const HIGHEST_PORT = 65_535

/** @throws {SettingsError} if PORT is taken. */
export async function ensurePortFree(): Promise<void> {
  const { port, host } = env()
  if (await comesFree(port, host)) return
  throw new SettingsError([`PORT ${port} is taken by another program: stop that one, or set PORT to a free one`])
}

/** The first free port from this one on. @throws {SettingsError} if none is free. */
export async function firstFreePort(from: number, host: string | undefined): Promise<number> {
  if (await comesFree(from, host)) return from
  for (let port = from + 1; port <= HIGHEST_PORT; port++) if (await isFree(port, host)) return port
  throw new SettingsError([`no PORT from ${from} on is free`])
}

/** Waits a moment: a site that was just stopped may still be closing its port. */
async function comesFree(port: number, host: string | undefined): Promise<boolean> {
  for (let tried = 0; tried < 25; tried++) {
    if (await isFree(port, host)) return true
    await sleep(200)
  }
  return false
}

function isFree(port: number, host = HERE): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
