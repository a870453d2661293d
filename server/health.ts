import 'server-only'
import { db } from './db/client'
import { log } from './log'

export async function databaseAnswers(): Promise<boolean> {
  try {
    await db().$queryRaw`select 1`
    return true
  } catch (error) {
    log('database-unreachable', { reason: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
