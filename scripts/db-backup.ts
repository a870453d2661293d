// npm run db:backup [-- file]: writes every row of the database into one file while the site runs.
// npm run db:backup -- --noted: writes nothing; notes that another tool has just made a backup.
import path from 'node:path'
import { noteBackup } from '@/server/backup/note-backup'
import { writeBackup } from '@/server/backup/write-backup'
import { withDatabase } from '@/server/embedded/with-database'
import { env } from '@/server/env'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const now = new Date()
  if (args[0] === '--noted') {
    await withDatabase((url) => noteBackup(url, now))
    console.log('The work page now tells that a backup was made by another tool.')
    return
  }
  const name = `${now.toISOString().replaceAll(':', '-')}.backup.gz`
  const file = args[0] ?? path.join(env().dataDir, 'backups', name)
  const rows = await withDatabase(async (url) => {
    const written = await writeBackup(url, file, now)
    // The backup is written; a database of an earlier version has nowhere to note it.
    await noteBackup(url, now).catch(() => console.log('The backup could not be noted in the database.'))
    return written
  })
  console.log(`${rows} rows are in ${file}. It holds keys and password hashes: keep it where only you can read it.`)
}

await runIfCalled(import.meta.url, main)
