import { format } from 'node:util'
import { vi } from 'vitest'
import { exitOnRefusal } from '@/scripts/exit-on-refusal'
import type { Command } from '@/scripts/run-if-called'
import type { Ran } from './run-command'

/**
 * Calls the command of a script within this process: to start another one takes seconds. One test of each command
 * starts it as npm does (`runCommand`).
 */
export function callCommand(main: Command, ...args: readonly string[]): Promise<Ran> {
  return callIn(process.cwd(), main, ...args)
}

/** The same on the courses and the library in another folder. */
export async function callIn(root: string, main: Command, ...args: readonly string[]): Promise<Ran> {
  const printed = { out: '', err: '' }
  const listen =
    (to: 'out' | 'err') =>
    (words: unknown, ...more: unknown[]) => {
      printed[to] += `${format(words, ...more)}\n`
    }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(listen('out')),
    vi.spyOn(console, 'error').mockImplementation(listen('err')),
  ]
  const codeOfTests = process.exitCode
  process.exitCode = 0
  try {
    await exitOnRefusal(async () => main(args, root))
    return { code: Number(process.exitCode), ...printed }
  } finally {
    process.exitCode = codeOfTests
    for (const spy of spies) spy.mockRestore()
  }
}
