import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { installPackage } from '../../run/chromium'

const NGINX = '/usr/sbin/nginx'

/** True if there is an nginx, including one that can be installed now. */
export function nginxIsThere(): boolean {
  if (!existsSync(NGINX)) installPackage('nginx-light')
  return existsSync(NGINX)
}

/** The configuration of the site in docs/operations.md. */
export function documentedConfiguration(): string {
  const shown = /```nginx\n(.*?)```/s.exec(readFileSync('docs/operations.md', 'utf8'))?.[1]
  if (!shown) throw new Error('docs/operations.md shows no configuration of nginx')
  return shown
}

type Ports = { http: number; https: number; site: number }

/**
 * An nginx with this configuration, on other ports and with the certificate of the tests.
 *
 * @throws if the configuration lacks a line that must be changed for that.
 */
export function nginxWith(site: string, ports: Ports) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nginx-'))
  chmodSync(folder, 0o755) // nginx's workers run as an account of their own
  const changes = {
    'listen 80;': `listen 127.0.0.1:${ports.http};`,
    'listen 443 ssl;': `listen 127.0.0.1:${ports.https} ssl;`,
    '/etc/ssl/formation/fullchain.pem': path.resolve('tests/support/nginx/certificate.pem'),
    '/etc/ssl/formation/privkey.pem': path.resolve('tests/support/nginx/key.pem'),
    'http://127.0.0.1:3000;': `http://127.0.0.1:${ports.site};`,
    '/var/log/nginx/error.log': `${folder}/error.log`,
  }
  let changed = site
  for (const [from, to] of Object.entries(changes)) {
    if (!changed.includes(from)) throw new Error(`the configuration of nginx has no ${from}`)
    changed = changed.replaceAll(from, to)
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${kind};`)
  // As on Debian, where nginx logs every request unless a site says otherwise.
  const logs = `access_log ${folder}/access.log; error_log ${folder}/error.log;`
  const main = `daemon off; pid ${folder}/pid; error_log ${folder}/main.log; events {} http { ${logs} ${temporary.join(' ')}\n${changed}}`
  writeFileSync(path.join(folder, 'nginx.conf'), main)
  const args = ['-p', folder, '-c', path.join(folder, 'nginx.conf')]
  let running: ChildProcess | undefined
  const stop = async () => {
    if (running?.exitCode === null && running.kill('SIGQUIT')) await once(running, 'exit')
  }
  return {
    /** The output of `nginx -t`. */
    check: () => spawnSync(NGINX, ['-t', ...args], { encoding: 'utf8' }),
    async start() {
      running = spawn(NGINX, args, { stdio: 'ignore' })
      while (!(await accepts(ports.https))) await sleep(20)
    },
    /** Stops nginx, which writes a line after its response. @returns what it has logged. */
    async logged() {
      await stop()
      const files = readdirSync(folder).filter((name) => name.endsWith('.log'))
      return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('')
    },
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
