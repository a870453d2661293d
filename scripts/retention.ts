// npm run retention [-- --preview]: deletes the data whose retention period has ended, as the daily job does; with
// --preview, only counts it.
import { type ExpiringKind, termsOf } from '@/domain/account/terms'
import { executeRetention, previewRetention } from '@/server/account-removal/retention'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { env } from '@/server/env'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const [option, ...others] = args
  if (others.length > 0 || (option !== undefined && option !== '--preview')) {
    throw new Error('Usage: npm run retention [-- --preview]')
  }
  await withDatabase(async () => {
    const now = new Date()
    const tell = (table: string, error: unknown) => {
      console.error(
        `${table}: could not be ${option ? 'counted' : 'emptied of what has expired'} (${(error as Error).message})`,
      )
      process.exitCode = 1
    }
    const figures = option ? await previewRetention(now, tell) : await executeRetention(now, tell)
    const terms = termsOf(env().terms)
    for (const [kind, rows] of Object.entries(figures) as [ExpiringKind, number][]) {
      const { count, unit } = terms[kind]
      console.log(`${kind} (${count} ${unit}): ${rows} ${option ? 'to remove' : 'removed'}`)
    }
    await closeDatabase()
  })
}

await runIfCalled(import.meta.url, main)
