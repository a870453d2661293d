import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { installPackage } from '../run/chromium'
import { freePort } from './site'

const PYTHON = '/usr/bin/python3'
const MOTO = '/usr/bin/moto_server'

/** True if there is a moto, which imitates S3, including one that can be installed now. */
export function motoIsThere(): boolean {
  if (!works()) installPackage('python3-moto python3-flask-cors')
  return works()
}

const works = () =>
  existsSync(MOTO) && spawnSync(PYTHON, ['-c', 'import moto.server'], { stdio: 'ignore' }).status === 0

/** A store of its own, with an empty bucket. */
export async function startMoto() {
  const port = await freePort()
  const server = spawn(PYTHON, [MOTO, '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const endpoint = `http://127.0.0.1:${port}`
  while (!(await fetch(endpoint).catch(() => null))) {
    if (server.exitCode !== null) throw new Error('moto has ended')
    await sleep(50)
  }
  const bucket = 'materials'
  await fetch(`${endpoint}/${bucket}`, { method: 'PUT' })
  return {
    settings: { endpoint, bucket, region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' },
    keys: async () =>
      [...(await (await fetch(`${endpoint}/${bucket}`)).text()).matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key),
    async stop() {
      if (server.exitCode === null && server.kill()) await once(server, 'exit')
    },
  }
}
