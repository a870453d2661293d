// A process in which several people play a simulation at the same time, again and again, until it is killed. It writes
// a line for each decision after the server function has answered.
import { writeSync } from 'node:fs'
import { offered } from '@/domain/case/simulation/play'
import { permitFor } from '@/server/auth/permit'
import { beginRun, openRun, takeDecision } from '@/server/practice/simulation/own-runs'

const [caseId = '', ...accountIds] = process.argv.slice(2)
await Promise.all(accountIds.map(play))

async function play(accountId: string): Promise<never> {
  const actor = { kind: 'person', accountId, sessionId: accountId, confirmed: true, locale: 'fr' } as const
  const permit = permitFor(actor, 'account:read', { accountId })
  for (;;) {
    const opened = await openRun(permit, caseId)
    if (!opened || opened.play.ending !== null) {
      await beginRun(permit, caseId, new Date())
      continue
    }
    const { run, play: story, found } = opened
    const choices = offered(found.file, story)
    const choice = choices[Math.floor(Math.random() * choices.length)]?.id ?? ''
    const number = run.choices.length + 1
    const decided = await takeDecision(permit, opened, { number, choice }, new Date())
    // Written synchronously, so that every line in the output was written before the process was killed.
    writeSync(1, `${JSON.stringify({ run: run.id, number, choice, decided })}\n`)
  }
}
