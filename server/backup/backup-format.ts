import 'server-only'
import { z } from 'zod'

/*
 * A backup is gzipped text: a line of JSON that says what follows; then, for each table in turn, its rows as
 * PostgreSQL's COPY writes them, one a line, closed by END_OF_TABLE; then a line of JSON that says it is whole.
 */

export const END_OF_TABLE = '\\.'

export const headerSchema = z.object({
  format: z.literal('traite-formation-backup-1'),
  madeAt: z.string(),
  /** The migrations that had made these tables. */
  migrations: z.array(z.string()),
  /** Referenced tables stand before those that refer to them. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
})
export type BackupHeader = z.infer<typeof headerSchema>
export type BackupTable = BackupHeader['tables'][number]

export const footerSchema = z.object({ rows: z.number() })
