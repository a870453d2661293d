import pg from 'pg'
import { type Database, openDatabase } from '@/server/db/client'
import { databaseUrl } from '@/server/env'

export type Statement = { text: string; values: readonly unknown[] }

/**
 * The database of these tests as the site opens it, on connections that report the statements they send: those of
 * Prisma and our own, and the ends of transactions. The first statements of each new connection are left out.
 */
export function hearStatements(hear: (statement: Statement) => void): Database {
  class Heard extends pg.Client {
    // The pool and Prisma's driver pass a text or a configuration first.
    override query = ((...given: unknown[]) => {
      const [first, second] = given as [string | Statement, unknown]
      const { text, values } = typeof first === 'string' ? { text: first, values: second } : first
      if (!text.startsWith('set time zone')) hear({ text, values: Array.isArray(values) ? values : [] })
      return Reflect.apply(super.query, this, given)
    }) as pg.Client['query']
  }
  return openDatabase(databaseUrl(), { Client: Heard })
}
