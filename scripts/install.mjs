// Node built-ins only: this runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

export const OLDEST_NODE = [20, 19]

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** npm writes the second file when it has finished, so an interrupted installation does not have it. */
function isInstalled() {
  return modified('node_modules/.package-lock.json') > modified('package-lock.json')
}

/** Installs the packages of package-lock.json if they are missing. Exits the process if that fails. */
export function installIfNeeded() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Node.js ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (isInstalled()) return

  const started = performance.now()
  console.log('▸ Installing packages')
  // The build needs the development packages too, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error('The packages could not be installed: see above. Is the npm registry reachable?')
    process.exit(1)
  }
  console.log(`✓ Installing packages  ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
