import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

/**
 * A command, given its arguments. If it is refused, it throws the reason as a sentence.
 *
 * @param root the folder with the courses and the library.
 */
export type Command = (args: readonly string[], root: string) => void | Promise<void>

/**
 * Runs a command if Node was started with its file, and not if another file imports it.
 *
 * @param address `import.meta.url` of its file.
 */
export async function runIfCalled(address: string, main: Command): Promise<void> {
  const [, started = '', ...args] = process.argv
  if (!existsSync(started) || realpathSync(started) !== fileURLToPath(address)) return
  loadDotEnv()
  await exitOnRefusal(async () => main(args, process.cwd()))
}
