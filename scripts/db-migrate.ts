// npm run db:migrate -- --name what-changes: writes the next migration from prisma/schema.prisma.
import { withScratchDatabase } from '@/server/db/migration/scratch-database'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'
import { prisma } from './run'

loadDotEnv()
await exitOnRefusal(async () => {
  // Runs on an empty scratch database, so that `migrate dev` has no question about the state of the developer's
  // database.
  const migrate = (url: string) => prisma(['migrate', 'dev', ...process.argv.slice(2)], { env: { DATABASE_URL: url } })
  await withDatabase((url) => withScratchDatabase(url, migrate))
  await prisma(['generate'])
})
