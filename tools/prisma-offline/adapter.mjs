import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { presentCharColumns } from './char-columns.mjs'
import { sendWholeScripts } from './whole-scripts.mjs'

/** Prisma's driver adapter for the database behind `url`, as the migration engine needs it. */
export function migrationAdapter(url) {
  if (!/^postgres(ql)?:/.test(url ?? '')) throw new Error('DATABASE_URL must begin with postgresql://')

  const factory = poolFor(url, databaseOf(url))
  // The adapter's own version drops the shadow database while its pool still uses it.
  factory.connectToShadowDb = () => connectToShadow(url)
  return sendWholeScripts(presentCharColumns(factory))
}

async function connectToShadow(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  const admin = await poolFor(url, 'postgres').connect()
  await admin.executeScript(`CREATE DATABASE "${name}"`)

  const shadow = await poolFor(url, name).connect()
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await admin.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await admin.dispose()
  }
  return shadow
}

// Not `connectionString`: pg would prefer the database name in it over that of the shadow database.
function poolFor(url, database) {
  const { username, password, hostname, port, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode') ?? 'disable'

  return new PrismaPg(
    {
      host: decodeURIComponent(searchParams.get('host') ?? hostname),
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database,
      max: 2,
      ssl: /require|verify/.test(sslmode) && { rejectUnauthorized: sslmode !== 'require' },
    },
    { schema: searchParams.get('schema') ?? undefined },
  )
}

const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1))
