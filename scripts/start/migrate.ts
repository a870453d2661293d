import { migrate } from '@/server/db/migrate'

/** Brings the database up to date and names the migrations which that took. */
export async function applyMigrations(url: string): Promise<void> {
  for (const name of await migrate(url)) console.log(`  ${name}`)
}
