import 'server-only'
import { BACKUP } from '@/domain/desk/jobs'
import { openDatabase } from '../db/client'
import { noteRun } from '../db/desk/job-runs'

/**
 * Records in the database that a backup was made, by our command or by another tool. The work page of the platform's
 * administrators shows it.
 */
export async function noteBackup(url: string, now: Date): Promise<void> {
  const database = openDatabase(url)
  try {
    await noteRun(database.sql, BACKUP, false, now)
  } finally {
    await database.close()
  }
}
