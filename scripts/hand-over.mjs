import path from 'node:path'
import { installIfNeeded } from './install.mjs'
import { supervise, typescript } from './supervise.mjs'

/** Installs the packages if needed, runs a TypeScript program and exits with its exit code. */
export async function handOver(program, { onMessage, onExit }) {
  process.chdir(path.join(import.meta.dirname, '..'))
  installIfNeeded()
  const { code } = await supervise().run(typescript(program, ...process.argv.slice(2)), { onMessage })
  process.exit(onExit(code ?? 1))
}
