import { stopOnSignals, stopping } from '@/scripts/run'
import { generateIfNeeded } from '@/scripts/start/client'
import { inSeconds, step } from '@/scripts/start/step'
import { testSettings } from '../support/settings'
import { stopLeftServers } from '../support/test-run'
import { STAGES, type StageName } from './stages'
import { add, type Tally } from './tally'
import { FULL, nameTurn, turnNow } from './turn'

// The tests never see the developer's settings, above all her database.
Object.assign(process.env, testSettings(''))
stopOnSignals()

const given = process.argv.slice(2)
const asked = given.filter((each) => each !== '--full')
if (asked.length < given.length) process.env[FULL] = '1'
const total = await runStages(asked.length > 0 ? asked : Object.keys(STAGES))
// Failures are printed last, so that a log whose beginning is cut off still shows them.
if (total.failed.length > 0) console.log(`\nFailed:\n${total.failed.map((each) => `  ✗ ${each}`).join('\n')}`)
console.log(`\n${nameTurn(turnNow())}`)
console.log(`${total.passed} passed, ${total.failed.length} failed`)
process.exitCode = total.failed.length > 0 ? 1 : 0
// The channel to scripts/test.mjs would keep this process alive.
if (process.connected) process.send?.('counted', () => process.disconnect())

async function runStages(names: readonly string[]): Promise<Tally> {
  let tally: Tally = { passed: 0, failed: [] }
  try {
    const stages = names.map(stageOf)
    await step('Generating the database client', generateIfNeeded)
    for (const stage of stages) tally = add(tally, await runStage(stage))
  } catch (error) {
    const reason = stopping.signal.aborted ? 'The tests were interrupted.' : (error as Error).message
    tally = add(tally, { passed: 0, failed: [reason] })
  } finally {
    await stopLeftServers()
  }
  return tally
}

function stageOf(name: string): StageName {
  if (name in STAGES) return name as StageName
  throw new Error(`There is no stage ${name}. The stages are: ${Object.keys(STAGES).join(', ')}.`)
}

async function runStage(name: StageName): Promise<Tally> {
  stopping.signal.throwIfAborted()
  console.log(`▸ Stage ${name}`)
  const since = performance.now()
  const tally = atLeastOne(name, await STAGES[name]())
  const mark = tally.failed.length > 0 ? '✗' : '✓'
  console.log(`${mark} Stage ${name}  ${inSeconds(since)}: ${tally.passed} passed, ${tally.failed.length} failed\n`)
  return tally
}

function atLeastOne(name: StageName, tally: Tally): Tally {
  if (tally.passed + tally.failed.length > 0) return tally
  return { passed: 0, failed: [`No test ran in the stage ${name}: that counts as a failure.`] }
}
