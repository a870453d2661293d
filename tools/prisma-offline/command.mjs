import pg from 'pg'

const PRISMA_CODES = {
  '3D000': (target) => ['P1003', `Database \`${target.database}\` does not exist`],
  '42P04': (target) => ['P1009', `Database \`${target.database}\` already exists`],
  '28P01': () => ['P1000', 'Authentication failed against the database server'],
  28000: () => ['P1000', 'Authentication failed against the database server'],
}

const STATEMENTS = {
  'can-connect-to-database': () => 'SELECT 1',
  'create-database': (name) => `CREATE DATABASE ${name}`,
  'drop-database': (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
}

/** One-shot commands of the engine (`cli create-database` …). @returns the exit code. */
export async function runCommand(command, url) {
  const address = new URL(url)
  const target = { host: address.host, database: decodeURIComponent(address.pathname.slice(1)) || 'postgres' }
  if (command !== 'can-connect-to-database') address.pathname = '/postgres'

  const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.query(STATEMENTS[command](pg.escapeIdentifier(target.database)))
    return 0
  } catch (error) {
    const unreachable = () => ['P1001', `Can't reach database server at \`${target.host}\``]
    report(...(PRISMA_CODES[error.code] ?? unreachable)(target))
    return 1
  } finally {
    await client.end().catch(() => {})
  }
}

function report(code, message) {
  const line = (level, target, fields) => process.stderr.write(`${JSON.stringify({ level, target, fields })}\n`)
  line('INFO', 'schema_engine', { message: 'schema engine' }) // the CLI skips the first line
  line('ERROR', 'schema_engine::logger', { message, error_code: code, is_panic: false })
}
