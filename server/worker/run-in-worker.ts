import 'server-only'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { onceInProcess } from '../once-in-process'
import type { Answer, Given, Limit, Made, Outcome, TaskName } from './tasks'

/**
 * The limits of one task. `seconds`: of processor time, so that a busy machine refuses nobody. It is counted for the
 * whole process, since Node.js does not count it by thread: a task never gets more while others work, only less.
 */
export type Limits = { seconds: number; megabytes: number }

const SHORTEST_LOOK_MS = 50
/** A task ends after this multiple of its seconds on the clock, however busy the machine is. */
const PATIENCE = 12

/** The output path of scripts/build-programs.ts. */
const PROGRAM = 'built/parse-worker.cjs'
/** A thread that has had nothing to do for this time is ended, which gives its memory back. */
const IDLE_MS = 300_000
// Neither imported nor given its usual name: the build of Next recognises `new Worker` by both, and would bundle the
// program and start its own copy.
const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')

/**
 * Does a task in a worker thread, so that nothing that somebody sends can block the server. The thread ends with the
 * task, or at the first limit that it meets.
 *
 * @throws the error of the task, if it is not a limit
 */
export async function runInWorker<N extends TaskName>(name: N, given: Given<N>, limits: Limits): Promise<Outcome<N>> {
  const thread = startThread(limits.megabytes)
  try {
    return await ask(thread, name, given, limits)
  } finally {
    await thread.terminate()
  }
}

type Idle = { thread: Worker; timer: NodeJS.Timeout; forget: () => void }
/** The kept threads that have nothing to do. */
export const idleThreads = onceInProcess('idle-threads', () => [] as Idle[])

/**
 * The same in a thread that is kept for the next task, for tasks that need what takes long to read, such as the
 * library. After a limit of time or memory, or an error, the thread is ended, and the next task starts another one. All
 * tasks of kept threads must have the same limit of memory, which a thread gets when it starts.
 */
export async function runInKeptWorker<N extends TaskName>(
  name: N,
  given: Given<N>,
  limits: Limits,
): Promise<Outcome<N>> {
  const thread = takeIdle() ?? (await preparedThread(limits.megabytes))
  let outcome: Outcome<N> | undefined
  try {
    outcome = await ask(thread, name, given, limits)
    return outcome
  } finally {
    if (outcome && answeredBy(outcome)) keepIdle(thread)
    else await thread.terminate()
  }
}

/** Whether the thread itself has answered, so that it can do another task. */
function answeredBy(outcome: { status: 'done' } | { status: 'limit'; limit: Limit }): boolean {
  return outcome.status === 'done' || outcome.limit === 'depth' || outcome.limit === 'aliases'
}

/** What a thread reads before its first task was sent by nobody: it does not count as time of the task. */
const PREPARATION_SECONDS = 60

async function preparedThread(megabytes: number): Promise<Worker> {
  const thread = startThread(megabytes)
  try {
    const outcome = await ask(thread, 'prepare', null, { seconds: PREPARATION_SECONDS, megabytes })
    if (outcome.status === 'done') return thread
    throw new Error(`The worker thread met the limit of ${outcome.limit} before its first task`)
  } catch (error) {
    await thread.terminate()
    throw error
  }
}

function takeIdle(): Worker | undefined {
  const taken = idleThreads().pop()
  if (!taken) return undefined
  clearTimeout(taken.timer)
  taken.thread.off('exit', taken.forget)
  taken.thread.ref()
  return taken.thread
}

function keepIdle(thread: Worker): void {
  const forget = () => {
    const place = idleThreads().findIndex((one) => one.thread === thread)
    if (place !== -1) idleThreads().splice(place, 1)
  }
  const timer = setTimeout(() => void thread.terminate(), IDLE_MS).unref()
  // A thread that waits must not keep the process alive, and one that ends must not be given a task.
  thread.unref()
  thread.once('exit', forget)
  idleThreads().push({ thread, timer, forget })
}

function startThread(megabytes: number): Worker {
  const thread = new Thread(path.join(process.cwd(), PROGRAM), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // The thread gets none of our environment: no keys, and no loader of this process.
    env: { NODE_ENV: process.env.NODE_ENV },
    execArgv: [],
  })
  // A thread may still run out of memory after its task was given up. Without a listener that would end this process.
  return thread.on('error', () => {})
}

async function ask<N extends TaskName>(
  thread: Worker,
  name: N,
  given: Given<N>,
  { seconds }: Limits,
): Promise<Outcome<N>> {
  const met = (limit: Limit): Outcome<N> => ({ status: 'limit', limit })
  let end = () => {}
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const exited = (code: number) => reject(new Error(`The worker thread of ${name} ended with ${code}`))
      const stop = atLimit(seconds, () => resolve({ limit: 'time' }))
      end = () => {
        stop()
        thread.off('message', resolve).off('error', reject).off('exit', exited)
      }
      thread.on('message', resolve).on('error', reject).on('exit', exited)
      thread.postMessage({ name, given })
    })
    if ('error' in answer) throw answer.error
    return 'limit' in answer ? met(answer.limit) : { status: 'done', made: answer.made as Made<N> }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return met('memory')
    throw error
  } finally {
    end()
  }
}

/** Calls `met` when this process has used `seconds` of processor time. @returns a function that ends the count */
function atLimit(seconds: number, met: () => void): () => void {
  const before = process.cpuUsage()
  const last = performance.now() + seconds * 1000 * PATIENCE
  let timer: NodeJS.Timeout
  const look = () => {
    const { user, system } = process.cpuUsage(before)
    const leftMs = seconds * 1000 - (user + system) / 1000
    if (leftMs <= 0 || performance.now() >= last) return met()
    timer = setTimeout(look, Math.max(leftMs, SHORTEST_LOOK_MS))
  }
  timer = setTimeout(look, seconds * 1000)
  return () => clearTimeout(timer)
}
