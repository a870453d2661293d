// npm run review:open -- FOLDER, or -- REVISION, or -- --close: opens unpublished files to reviewers, or closes them
// again.
import { closeDatabase } from '@/server/db/client'
import { closeCandidate, openCandidate } from '@/server/editorial/candidate/open-candidate'
import { withDatabase } from '@/server/embedded/with-database'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[], root: string): Promise<void> {
  const [asked = '', ...more] = args
  if (asked === '' || more.length > 0 || (asked.startsWith('-') && asked !== '--close')) {
    throw new Error('Usage: npm run review:open -- FOLDER | REVISION | --close')
  }
  await withDatabase(async () => {
    try {
      console.log(asked === '--close' ? await closeCandidate(new Date()) : await openCandidate(root, asked, new Date()))
    } finally {
      await closeDatabase()
    }
  })
}

await runIfCalled(import.meta.url, main)
