import { stopOnSignals, stopping } from '@/scripts/run'
import { generateIfNeeded } from '@/scripts/start/client'
import { inSeconds, step } from '@/scripts/start/step'
import { testSettings } from '../support/settings'
import { stopLeftServers } from '../support/test-run'
import { changedSince } from './commits'
import { runTemplates } from './playwright'
import { affectedBy, readAsked } from './since'
import { STAGES, type StageName } from './stages'
import { add, type Tally } from './tally'
import { changesSince, touchedRoutes } from './touched-routes'
import { FULL, nameTurn, turnNow } from './turn'
import { runRelated } from './vitest'

// The tests never see the developer's settings, above all her database.
Object.assign(process.env, testSettings(''))
stopOnSignals()

const total = await runAsked()
// Failures are printed last, so that a log whose beginning is cut off still shows them.
if (total.failed.length > 0) console.log(`\nFailed:\n${total.failed.map((each) => `  ✗ ${each}`).join('\n')}`)
console.log(`\n${nameTurn(turnNow())}`)
console.log(`${total.passed} passed, ${total.failed.length} failed`)
process.exitCode = total.failed.length > 0 ? 1 : 0
// The channel to scripts/test.mjs would keep this process alive.
if (process.connected) process.send?.('counted', () => process.disconnect())

async function runAsked(): Promise<Tally> {
  let tally: Tally = { passed: 0, failed: [] }
  try {
    const asked = readAsked(process.argv.slice(2))
    if (asked.full) process.env[FULL] = '1'
    const runs = asked.since === null ? wholeStages(asked.stages) : await affected(asked.since)
    await step('Generating the database client', generateIfNeeded)
    for (const run of runs) tally = add(tally, await runStage(run))
  } catch (error) {
    const reason = stopping.signal.aborted ? 'The tests were interrupted.' : (error as Error).message
    tally = add(tally, { passed: 0, failed: [reason] })
  } finally {
    await stopLeftServers()
  }
  return tally
}

type Run = { name: string; start: () => Promise<Tally> }

function wholeStages(names: readonly string[]): Run[] {
  const stages = names.length > 0 ? names.map(stageOf) : (Object.keys(STAGES) as StageName[])
  return stages.map((name) => ({ name, start: async () => atLeastOne(name, await STAGES[name]()) }))
}

async function affected(commit: string): Promise<Run[]> {
  const { stages, files } = affectedBy(changedSince(commit))
  const touched = await touchedRoutes(changesSince(commit))
  const related = {
    name: 'related',
    start: () => runRelated(files, 'unit', 'unit-alone', 'content', 'integration', 'integration-alone'),
  }
  const templates = { name: 'templates', start: () => runTemplates(touched) }
  return [
    ...wholeStages(stages),
    ...(files.length > 0 ? [related] : []),
    ...(touched.length > 0 ? [...wholeStages(['build']), templates] : []),
  ]
}

function stageOf(name: string): StageName {
  if (name in STAGES) return name as StageName
  throw new Error(`There is no stage ${name}. The stages are: ${Object.keys(STAGES).join(', ')}.`)
}

async function runStage({ name, start }: Run): Promise<Tally> {
  stopping.signal.throwIfAborted()
  console.log(`▸ Stage ${name}`)
  const since = performance.now()
  const tally = await start()
  // A stage that ran out of time leaves its database running, by a clock that the next stage may not have.
  await stopLeftServers()
  const mark = tally.failed.length > 0 ? '✗' : '✓'
  console.log(`${mark} Stage ${name}  ${inSeconds(since)}: ${tally.passed} passed, ${tally.failed.length} failed\n`)
  return tally
}

function atLeastOne(name: StageName, tally: Tally): Tally {
  if (tally.passed + tally.failed.length > 0) return tally
  return { passed: 0, failed: [`No test ran in the stage ${name}: that counts as a failure.`] }
}
