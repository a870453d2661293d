import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'prisma/config'

if (existsSync('.env')) process.loadEnvFile('.env')

// Prevents Prisma's CLI from downloading a native schema engine. Windows cannot start a script as the engine, so Prisma
// still downloads it there.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('tools/prisma-offline/main.mjs')
}

/** DATABASE_URL, else the address of the embedded database, which its launcher recorded. */
function databaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const record = path.join(process.env.DATA_DIR ?? '.data', 'postgres.json')
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).url : 'postgresql://app@127.0.0.1:1/app'
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: {
    path: 'prisma/migrations',
    seed: 'node --conditions=react-server --import tsx prisma/seed.ts',
  },
  datasource: { url: databaseUrl() },
})
