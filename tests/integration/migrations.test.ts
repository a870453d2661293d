import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prisma } from '@/scripts/run'
import { plantHouse } from '@/tests/house/plant-house'
import { emptyDatabase, freshDatabase } from '@/tests/support/fresh-database'
import { engineVersion } from '@/tools/prisma-offline/engine-package.mjs'

const SCHEMA = 'prisma/schema.prisma'
const projects: string[] = []
afterAll(() => {
  for (const project of projects) rmSync(project, { recursive: true })
})

/** Rejects if the database that all migrations made differs from the schema in this file. */
async function compareWith(schema: string): Promise<void> {
  const { url } = await freshDatabase()
  const comparison = ['--from-config-datasource', '--to-schema', schema, '--exit-code']
  await prisma(['migrate', 'diff', ...comparison], { env: { DATABASE_URL: url }, quiet: true })
}

/** The files of this project that Prisma's command line reads, in another folder and with one change to the schema. */
function copyOfProject(from: string, to: string): string {
  const project = plantHouse({
    [SCHEMA]: readFileSync(SCHEMA, 'utf8').replace(from, to),
    'prisma.config.ts': readFileSync('prisma.config.ts', 'utf8'),
  })
  cpSync('prisma/migrations', path.join(project, 'prisma/migrations'), { recursive: true })
  symlinkSync(path.resolve('tools'), path.join(project, 'tools'))
  projects.push(project)
  return project
}

describe('the migrations', () => {
  it('make the tables that the schema describes', async () => {
    await compareWith(SCHEMA)
  })

  it('are reported as incomplete if the schema has another column', async () => {
    const project = copyOfProject('model Setting {', 'model Setting {\n  added String?\n')

    await expect(compareWith(path.join(project, SCHEMA))).rejects.toThrow('added')
  })
})

describe('`migrate dev`', () => {
  it('writes the next migration after the existing ones, also on a database that has none of them yet', async () => {
    const project = copyOfProject('model Setting {', 'model Setting {\n  added String?\n')
    const { url } = await emptyDatabase()

    const dev = ['migrate', 'dev', '--name', 'add-column']
    await prisma(dev, { cwd: project, env: { DATABASE_URL: url }, quiet: true })

    const written = readdirSync(path.join(project, 'prisma/migrations')).find((name) => name.endsWith('_add_column'))
    const script = readFileSync(path.join(project, 'prisma/migrations', String(written), 'migration.sql'), 'utf8')
    expect(script).toContain('ALTER TABLE "Setting" ADD COLUMN')
  })
})

it('runs the migration engine that this Prisma was made for', () => {
  const { version } = createRequire(import.meta.url)('@prisma/engines-version/package.json')

  expect(engineVersion).toBe(version)
})

it('reports an unreachable database instead of hanging', async () => {
  const nowhere = { DATABASE_URL: 'postgresql://app:app@127.0.0.1:1/app' }

  await expect(prisma(['migrate', 'status'], { env: nowhere, quiet: true })).rejects.toThrow('P1001')
})
