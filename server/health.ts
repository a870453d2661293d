import 'server-only'
import { sql } from './db/client'
import { log, reasonOf } from './log'

export async function databaseAnswers(): Promise<boolean> {
  try {
    await sql().$queryRaw`select 1`
    return true
  } catch (error) {
    log('database-unreachable', { reason: reasonOf(error) })
    return false
  }
}
