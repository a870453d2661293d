import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { begin, replay } from '@/domain/case/simulation/play'
import type { Simulation } from '@/domain/case/simulation/simulation'
import { db } from '@/server/db/client'
import { budget } from '@/tests/run/turn'
import { insertPerson } from '@/tests/support/people'
import { publishCase } from '@/tests/support/simulations'

type Told = { run: string; number: number; choice: string; decided: string }

/** The number of people who play in one process, which is killed in the middle of their decisions. */
const PLAYERS = 5
const KILLS = budget(6, 22)
/** The process is killed after a random number of decisions in this range, and a random pause. */
const LEAST_DECISIONS = 15
const MOST_DECISIONS = 40
const LONGEST_PAUSE_MS = 15

/** The program of the process, bundled into one file so that it starts faster. */
const PROGRAM = `.data/test/simulation-player-${process.pid}.mjs`
beforeAll(async () => {
  await build({
    entryPoints: ['tests/support/simulation-player.ts'],
    outfile: PROGRAM,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['react-server'],
    logLevel: 'warning',
  })
})
afterAll(() => rmSync(PROGRAM, { force: true }))

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** Lets a process play until it is killed. @returns what it had told. */
async function playUntilKilled(caseId: string, accountIds: readonly string[]): Promise<Told[]> {
  const child = spawn(process.execPath, ['--conditions=react-server', PROGRAM, caseId, ...accountIds], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let problem = ''
  child.stderr.on('data', (text) => {
    problem += text
  })
  const exited = once(child, 'exit')
  const after = LEAST_DECISIONS + Math.floor(Math.random() * (MOST_DECISIONS - LEAST_DECISIONS))
  const told: Told[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(JSON.parse(line))
    if (told.length === after) setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_PAUSE_MS)
  }
  const [, signal] = await exited
  running.delete(child)
  expect({ signal, problem }).toEqual({ signal: 'SIGKILL', problem: '' })
  return told
}

/** Checks that all runs of a person are consistent, despite the kills. @returns the stored decisions. */
async function storedOf(accountId: string, caseId: string, file: Simulation): Promise<[string, string][]> {
  // In one snapshot: the database may still commit what the killed process had sent.
  const [runs, done] = await db().$transaction(
    [
      db().simulationRun.findMany({ where: { accountId }, include: { decisions: { orderBy: { number: 'asc' } } } }),
      db().practiceDone.findFirst({ where: { accountId, caseId } }),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  for (const run of runs) {
    const choices = run.decisions.map(({ choice }) => choice)
    expect(run.decisions.map(({ number }) => number)).toEqual(choices.map((_, place) => place + 1))
    expect(run.steps).toBe(choices.length)
    const { ending } = choices.length > 0 ? replay(file, choices) : begin(file)
    expect(run.endedAt !== null).toBe(ending !== null)
  }
  expect(runs.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1)
  // The transaction that ends a run also counts it as done.
  expect(done?.times ?? 0).toBe(runs.filter(({ endedAt }) => endedAt !== null).length)
  return runs.flatMap(({ id, decisions }) =>
    decisions.map(({ number, choice }): [string, string] => [`${id} ${number}`, choice]),
  )
}

it('keeps every accepted decision of a simulation when the server is killed at random moments, and goes on from there', async () => {
  const { caseId, file } = await publishCase()
  const people = await Promise.all(Array.from({ length: PLAYERS }, () => insertPerson()))
  const accountIds = people.map(({ accountId }) => accountId)
  const told: Told[] = []
  for (let kills = 1; kills <= KILLS; kills += 1) {
    told.push(...(await playUntilKilled(caseId, accountIds)))
    const all = await Promise.all(accountIds.map((accountId) => storedOf(accountId, caseId, file)))
    const stored = new Map(all.flat())
    for (const { run, number, choice, decided } of told) {
      expect(decided).toBe('accepted')
      expect(stored.get(`${run} ${number}`)).toBe(choice)
    }
    // Apart from the told decisions, at most one decision of each person per kill is stored: the process was killed
    // before it could tell it.
    expect(stored.size - told.length).toBeLessThanOrEqual(kills * PLAYERS)
  }
  expect(told.length).toBeGreaterThanOrEqual(KILLS * LEAST_DECISIONS)
}, 600_000)
