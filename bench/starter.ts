import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { answering, freePort } from '@/tests/support/site'
import { ownMemoryMb } from './processes'

/** The memory of `start.mjs` once the site answers, with the settings of this process. */
export async function starterMemoryMb(): Promise<number | null> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), NODE_OPTIONS: '' }
  const starter = spawn(process.execPath, ['start.mjs'], { env, stdio: 'ignore' })
  const exited = once(starter, 'exit')
  try {
    await Promise.race([answering(`http://localhost:${port}`), exited])
    return ownMemoryMb(starter.pid ?? 0)
  } finally {
    starter.kill('SIGTERM')
    await exited
  }
}
