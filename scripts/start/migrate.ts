import { migrationsPending } from '@/server/db/migrations'
import { databaseUrl } from '@/server/env'
import { prisma } from '../run'

export async function migrateIfNeeded(): Promise<void> {
  const url = databaseUrl()
  if (await migrationsPending(url)) await prisma(['migrate', 'deploy'], { env: { DATABASE_URL: url } })
}
