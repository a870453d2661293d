import 'server-only'
import { z } from 'zod'

/* A backup is gzipped text. It begins with a line of JSON that describes the content. Then follow, for each table in
   turn, its rows as PostgreSQL's COPY writes them, one a line, closed by END_OF_TABLE. A last line of JSON says that
   the backup is complete. */

export const END_OF_TABLE = '\\.'

export const headerSchema = z.object({
  format: z.literal('traite-formation-backup-1'),
  madeAt: z.string(),
  /** The migrations that the database had. */
  migrations: z.array(z.string()),
  /** Referenced tables come before the tables that refer to them. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
})
export type BackupHeader = z.infer<typeof headerSchema>
export type BackupTable = BackupHeader['tables'][number]

export const footerSchema = z.object({ rows: z.number() })
