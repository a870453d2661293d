// npm run db:migrate -- --name what-changes: writes the next migration from prisma/schema.prisma.
import { withScratchDatabase } from '@/server/db/scratch'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'
import { prisma } from './run'

loadDotEnv()
await exitOnRefusal(async () => {
  // On an empty database of its own: whatever state the developer's one is in, `migrate dev` then has nothing to ask.
  const migrate = (url: string) => prisma(['migrate', 'dev', ...process.argv.slice(2)], { env: { DATABASE_URL: url } })
  await withDatabase((url) => withScratchDatabase(url, migrate))
  await prisma(['generate'])
})
