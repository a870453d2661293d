import 'server-only'
import pg from 'pg'
import { SettingsError } from '../settings-error'

const OLDEST_POSTGRESQL = 15

/** @returns the version of the PostgreSQL at `url`. @throws {SettingsError} if it does not answer or is too old. */
export async function reachPostgres(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; text: string }>(
      "SELECT current_setting('server_version_num')::int AS number, split_part(current_setting('server_version'), ' ', 1) AS text",
    )
    const version = rows[0] ?? { number: 0, text: 'unknown' }
    if (version.number >= OLDEST_POSTGRESQL * 10_000) return version.text
    throw new SettingsError([
      `DATABASE_URL leads to PostgreSQL ${version.text}; ${OLDEST_POSTGRESQL} or later is needed`,
    ])
  } catch (error) {
    if (error instanceof SettingsError) throw error
    const { host } = new URL(url)
    const reason = (error as { code?: string }).code ?? 'no answer'
    throw new SettingsError([`DATABASE_URL leads to a database at ${host} that cannot be used (${reason})`])
  } finally {
    await client.end().catch(() => {})
  }
}
