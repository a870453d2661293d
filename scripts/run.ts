import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Aborted when this process is told to stop; the programs that it runs are then stopped too. */
export const stopping = new AbortController()

/** `disconnect`: the parent process was killed. */
export function stopOnSignals(): void {
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, () => stopping.abort())
}

export type Run = { cwd?: string; env?: Record<string, string>; timeoutMinutes?: number; quiet?: boolean }

// A program that does not end when it is told to is killed after this time.
const LAST_RESORT_MS = 15_000

/**
 * Runs a JavaScript program of this package and waits for it.
 *
 * @throws {RunError} if it fails, with its output if it was `quiet`; a RunTimeout if it took too long.
 */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env = {}, timeoutMinutes = 15, quiet = false }: Run = {},
): Promise<void> {
  stopping.signal.throwIfAborted()
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    // In its own process group, Ctrl-C reaches it only once, from this process. Test runners treat a second one as a
    // demand to stop at once.
    detached: process.platform !== 'win32',
  })
  const stop = () => {
    child.kill('SIGINT')
    setTimeout(() => child.kill('SIGKILL'), LAST_RESORT_MS).unref()
  }
  stopping.signal.addEventListener('abort', stop)
  const timeout = new AbortController()
  timeout.signal.addEventListener('abort', stop)
  const timer = setTimeout(() => timeout.abort(), timeoutMinutes * 60_000)
  const { status, words } = await ending(child)
  clearTimeout(timer)
  stopping.signal.removeEventListener('abort', stop)

  // The children of the program may not have got the signal.
  if (stopping.signal.aborted || timeout.signal.aborted) endGroup(child)
  stopping.signal.throwIfAborted()
  if (timeout.signal.aborted) throw new RunTimeout(program, timeoutMinutes)
  if (status !== 0) throw new RunError(`${words}\n${[program, ...args].join(' ')} ended with ${status}`.trim())
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid && process.platform !== 'win32') process.kill(-pid, 'SIGKILL')
  } catch {
    // the process group is empty
  }
}

async function ending(child: ChildProcess): Promise<{ status: unknown; words: string }> {
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      words += text
    })
  }
  const [code, signal] = await once(child, 'close')
  return { status: code ?? signal, words }
}

/** A program failed and has printed the reason. */
export class RunError extends Error {
  override readonly name: string = 'RunError'
}

/** A program was stopped because it took too long. */
export class RunTimeout extends RunError {
  override readonly name = 'RunTimeout'

  constructor(
    program: string,
    readonly minutes: number,
  ) {
    super(`${program} was stopped after ${minutes} minutes`)
  }
}

// The same for every tool: no telemetry, no check for updates, no interactive prompts.
const SILENCE = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', NEXT_TELEMETRY_DISABLED: '1' }

export function prisma(args: readonly string[], { env = {}, ...options }: Run = {}): Promise<void> {
  return run('node_modules/prisma/build/index.js', args, { env: { CI: '1', ...SILENCE, ...env }, ...options })
}

export function next(args: readonly string[], { env = {}, ...options }: Run = {}): Promise<void> {
  return run('node_modules/next/dist/bin/next', args, { env: { ...SILENCE, ...env }, ...options })
}

/** A TypeScript program that may import `server/`. */
export function tsx(script: string, args: readonly string[] = [], { env = {}, ...options }: Run = {}): Promise<void> {
  const conditions = { NODE_OPTIONS: '--conditions=react-server' }
  return run('node_modules/tsx/dist/cli.mjs', [script, ...args], { env: { ...conditions, ...env }, ...options })
}
