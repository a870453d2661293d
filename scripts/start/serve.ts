import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { NotedAccount } from '@/demo/demo-passwords'
import { env } from '@/server/env'
import { stopping } from '../run'
import { HERE } from './port'
import { SERVER } from './server-process'

const EVERY_ADDRESS = '0.0.0.0'

export type Site = {
  dev: boolean
  demo: { exist: boolean; accounts: readonly NotedAccount[] }
  /** How long ago the start was asked for, in words. */
  sinceStart: () => string
}

/** Serves until it is told to stop. @throws when the server ends by itself. */
export async function serve({ dev, demo, sinceStart }: Site): Promise<void> {
  const { port, publicUrl } = env()
  const host = env().host ?? (demo.exist ? HERE : EVERY_ADDRESS)
  const server = spawn(process.execPath, [...SERVER.flags, SERVER.program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...SERVER.env,
      ...process.env,
      NODE_ENV: dev ? 'development' : 'production',
      PORT: String(port),
      HOST: host,
      PUBLIC_URL: publicUrl,
    },
  })
  server.on('message', () => announce({ host, demo, sinceStart }))
  const stop = () => server.kill('SIGTERM')
  stopping.signal.addEventListener('abort', stop)
  if (stopping.signal.aborted) stop()

  const [code, signal] = await once(server, 'exit')
  if (!stopping.signal.aborted) throw new Error(`The web server ended by itself (${signal ?? code}).`)
}

function announce({ host, demo, sinceStart }: Pick<Site, 'demo' | 'sinceStart'> & { host: string }): void {
  const { publicUrl, port, smtpUrl, dataDir } = env()
  const lines = [`The site answers at ${publicUrl} (listening on ${host}:${port}), ${sinceStart()} after the start.`]
  for (const { email, password, note } of demo.accounts) {
    lines.push(`Demo account: ${email}  password: ${password}  (${note})`)
  }
  if (demo.exist && demo.accounts.length === 0) lines.push('The passwords of the demo accounts are not known here.')
  if (!smtpUrl) lines.push(`Mail is written to ${path.join(dataDir, 'outbox')}`)
  console.log(`\n${lines.join('\n')}\n`)
}
