import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prisma } from '@/scripts/run'
import { engineVersion } from '@/scripts/schema-engine/engine-package.mjs'
import { migrationsPending } from '@/server/db/migrations'
import { emptyDatabase, freshDatabase } from '@/tests/support/fresh-database'

const SCHEMA = 'prisma/schema.prisma'
const folder = mkdtempSync(path.join(tmpdir(), 'schema-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Fails when the database that all migrations made differs from the schema in this file. */
async function compareWith(schema: string): Promise<void> {
  const { url } = await freshDatabase()
  const comparison = ['--from-config-datasource', '--to-schema', schema, '--exit-code']
  await prisma(['migrate', 'diff', ...comparison], { env: { DATABASE_URL: url }, quiet: true })
}

describe('the migrations', () => {
  it('make the tables that the schema describes', async () => {
    await compareWith(SCHEMA)
  })

  it('are found wanting when the schema has a column more', async () => {
    const changed = path.join(folder, 'schema.prisma')
    writeFileSync(
      changed,
      readFileSync(SCHEMA, 'utf8').replace('model Setting {', 'model Setting {\n  added String?\n'),
    )

    await expect(compareWith(changed)).rejects.toThrow('added')
  })

  it('are applied to an empty database by `migrate deploy`, after which none is pending', async () => {
    const { url } = await emptyDatabase()
    expect(await migrationsPending(url)).toBe(true)

    await prisma(['migrate', 'deploy'], { env: { DATABASE_URL: url }, quiet: true })

    expect(await migrationsPending(url)).toBe(false)
    await prisma(['migrate', 'status'], { env: { DATABASE_URL: url }, quiet: true })
  })
})

it('runs the migration engine that this Prisma was made for', () => {
  const { version } = createRequire(import.meta.url)('@prisma/engines-version/package.json')

  expect(engineVersion).toBe(version)
})

it('says that a database cannot be reached in place of hanging', async () => {
  const nowhere = { DATABASE_URL: 'postgresql://app:app@127.0.0.1:1/app' }

  await expect(prisma(['migrate', 'status'], { env: nowhere, quiet: true })).rejects.toThrow('P1001')
})
