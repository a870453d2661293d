// npm run review:open -- FOLDER, or -- REVISION, or -- --close: opens unpublished files to reviewers, or closes them
// again.
import { closeDatabase } from '@/server/db/client'
import { closeCandidate, openCandidate } from '@/server/editorial/candidate/open-candidate'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

loadDotEnv()
await exitOnRefusal(async () => {
  const [asked = '', ...more] = process.argv.slice(2)
  if (asked === '' || more.length > 0 || (asked.startsWith('-') && asked !== '--close')) {
    throw new Error('Usage: npm run review:open -- FOLDER | REVISION | --close')
  }
  await withDatabase(async () => {
    try {
      console.log(
        asked === '--close' ? await closeCandidate(new Date()) : await openCandidate(process.cwd(), asked, new Date()),
      )
    } finally {
      await closeDatabase()
    }
  })
})
