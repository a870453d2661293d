import { migrate } from '@/server/db/migration/migrate'

const say = (sentence: string) => console.log(`  ${sentence}`)

/** Applies the pending migrations, and prints their names and what it waits for. */
export async function applyMigrations(url: string): Promise<void> {
  for (const name of await migrate(url, undefined, say)) console.log(`  ${name}`)
}
