import { migrate } from '@/server/db/migrate'

/** Applies the pending migrations and prints their names. */
export async function applyMigrations(url: string): Promise<void> {
  for (const name of await migrate(url)) console.log(`  ${name}`)
}
