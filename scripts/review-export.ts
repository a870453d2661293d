// npm run review:export: writes the signatures of reviewers and their accepted proposals into the files, as commits.
// Exit code 1 if a proposal could not be written. It needs DATABASE_URL, and no keys.
import type { describeFinding } from '@/server/content/check-content'
import type { ExportReport } from '@/server/editorial/export/export-review'
import { readSettingsWithoutKeys } from '@/server/env'
import { runIfCalled } from './run-if-called'

const WAITS = {
  changed: 'the files say something else than what was signed',
  missing: 'the files have no such text',
} as const

export async function main(args: readonly string[], root: string): Promise<void> {
  if (args.length > 0) throw new Error('Usage: npm run review:export')
  readSettingsWithoutKeys()
  // Loaded after the settings were read: this takes seconds, and a wrong setting is said at once.
  const { closeDatabase, describeFinding, exportReview, withDatabase } = await import('./review-export-parts')
  await withDatabase(async () => {
    try {
      const report = await exportReview(root, new Date())
      for (const line of linesOf(report, describeFinding)) console.log(line)
      if (report.left.length > 0) process.exitCode = 1
    } finally {
      await closeDatabase()
    }
  })
}

type Describe = typeof describeFinding

function linesOf({ written, takenOut, waiting, exported, left }: ExportReport, inLine: Describe): string[] {
  return [
    ...waiting.map(
      ({ signature: { kind, textId, language, area, signer }, why }) =>
        `${kind} ${textId}, ${language}, ${area}, ${signer}: not written, ${WAITS[why]}.`,
    ),
    ...exported.map(
      ({ proposal: { id, kind, textId }, commit }) =>
        `${kind} ${textId}: proposal ${id} ${commit === null ? 'stands in the files already' : `is in commit ${commit}`}.`,
    ),
    ...left.flatMap((each) => inWords(each, inLine)),
    `${written} sign-offs written, ${takenOut} taken out, ${waiting.length} left; ${exported.length} proposals exported, ${left.length} left.`,
  ]
}

function inWords(left: ExportReport['left'][number], inLine: Describe): string[] {
  const { id, kind, textId } = left.proposal
  const head = `${kind} ${textId}: proposal ${id}`
  if (left.state === 'broken') {
    return [`${head} is not written, the check refuses it:`, ...left.findings.map((each) => `  ${inLine(each)}`)]
  }
  const what = left.state === 'conflict' ? 'conflicts with the files' : 'may not be written'
  return [`${head} ${what}:`, ...left.faults.map(({ path, why }) => `  ${path} ${why}`)]
}

await runIfCalled(import.meta.url, main)
