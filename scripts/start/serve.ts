import path from 'node:path'
import type { NotedAccount } from '@/demo/demo-passwords'
import { embeddedServer } from '@/server/embedded/postgres'
import { env } from '@/server/env'
import { HERE } from './port'
import { SERVER } from './server-process'

const EVERY_ADDRESS = '0.0.0.0'
/** Needed only with the embedded PostgreSQL, which must not outlive the site. */
const LEAVE = ['--import', './scripts/leave-when-orphaned.mjs']

export type Demo = { exist: boolean; accounts: readonly NotedAccount[] }

/** What the serving process needs: how to run the web server, and what to print once it listens. */
export type Serving = {
  args: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  /** The process id of the embedded PostgreSQL. */
  postgresPid: number | null
  answersAt: string
  more: readonly string[]
}

export function serving({ dev, demo }: { dev: boolean; demo: Demo }): Serving {
  const { port, publicUrl, dataDir, embedded, workers, trustedProxies } = env()
  const host = env().host ?? (demo.exist ? HERE : EVERY_ADDRESS)
  return {
    args: [...SERVER.flags, ...(embedded ? LEAVE : []), SERVER.program],
    env: {
      ...SERVER.env,
      ...process.env,
      NODE_ENV: dev ? 'development' : 'production',
      PORT: String(port),
      HOST: host,
      // In development Next builds in the process that serves.
      WORKERS: dev ? '1' : String(workers),
      PUBLIC_URL: publicUrl,
      TRUSTED_PROXIES: String(trustedProxies),
    },
    postgresPid: embedded ? (embeddedServer(dataDir)?.pid ?? null) : null,
    answersAt: `The site answers at ${publicUrl} (listening on ${host}:${port})`,
    more: notes(demo),
  }
}

function notes(demo: Demo): string[] {
  const { smtpUrl, dataDir } = env()
  const lines = demo.accounts.map(
    ({ email, password, note }) => `Demo account: ${email}  password: ${password}  (${note})`,
  )
  if (demo.exist && demo.accounts.length === 0) lines.push('The passwords of the demo accounts are not known here.')
  if (!smtpUrl) lines.push(`Mail is written to ${path.join(dataDir, 'outbox')}`)
  return lines
}
