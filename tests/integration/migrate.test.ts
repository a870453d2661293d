import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/scripts/run'
import { migrate } from '@/server/db/migration/migrate'
import { migrationNames } from '@/server/db/migration/migrations'
import { query } from '@/tests/support/embedded-site'
import { emptyDatabase } from '@/tests/support/fresh-database'
import { itWherePostgresEndsWaits } from '@/tests/support/postgres-waits'

const ALL = migrationNames()
const NEWEST = String(ALL.at(-1))

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

let url = ''
beforeEach(async () => {
  url = (await emptyDatabase()).url
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  folders.push(folder)
  return folder
}

/** A connection that has sent this statement. */
async function opened(statement: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  return client
}

/** A folder of migrations with these scripts. */
function scripts(given: Readonly<Record<string, string>>, folder = newFolder()): string {
  for (const [name, script] of Object.entries(given)) {
    mkdirSync(path.join(folder, name), { recursive: true })
    writeFileSync(path.join(folder, name, 'migration.sql'), script)
  }
  return folder
}

/** The files of a project that Prisma's command line reads, with these migrations added. */
function projectWith(given: Readonly<Record<string, string>>): string {
  const project = newFolder()
  for (const name of ['prisma.config.ts', 'prisma/schema.prisma', 'prisma/migrations'])
    cpSync(name, path.join(project, name), { recursive: true })
  for (const name of ['node_modules', 'tools']) symlinkSync(path.resolve(name), path.join(project, name))
  scripts(given, path.join(project, 'prisma/migrations'))
  return project
}

/** Rejects if the command fails. */
const migrateByPrisma = (words: readonly string[], cwd?: string) =>
  prisma(['migrate', ...words], { env: { DATABASE_URL: url }, quiet: true, ...(cwd ? { cwd } : {}) })

const noted = (columns: string, of = url) =>
  query(of, `SELECT ${columns} FROM _prisma_migrations ORDER BY migration_name, started_at`)
const tables = async () =>
  (await query(url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)) as {
    name: string
  }[]
const hasTable = async (name: string) => (await tables()).some((table) => table.name === name)

describe('a start and Prisma', () => {
  const SAID =
    'migration_name, checksum, finished_at >= started_at AS finished, logs, rolled_back_at, applied_steps_count'
  const SHAPE = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
    FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`

  it('record the same about every migration, in the same table', async () => {
    const other = (await emptyDatabase()).url
    expect(await migrate(other)).toEqual(ALL)
    await migrateByPrisma(['deploy'])

    expect(await noted(SAID)).toHaveLength(ALL.length)
    expect(await noted(SAID, other)).toEqual(await noted(SAID))
    expect(await query(other, SHAPE)).toEqual(await query(url, SHAPE))
  })

  it('each find nothing to do after the other has run', async () => {
    await migrate(url)
    const before = await noted('*')
    await migrateByPrisma(['status']) // Rejects if a migration is pending or unknown.
    await migrateByPrisma(['deploy'])
    expect(await noted('*')).toEqual(before)

    url = (await emptyDatabase()).url
    await migrateByPrisma(['deploy'])
    expect(await migrate(url)).toEqual([])
  })

  it('each go on where the other stopped', async () => {
    const folder = newFolder()
    cpSync('prisma/migrations', folder, { recursive: true })
    rmSync(path.join(folder, NEWEST), { recursive: true })
    await migrate(url, folder)
    await expect(migrateByPrisma(['status'])).rejects.toThrow(NEWEST)

    await migrateByPrisma(['deploy'])
    expect((await noted('migration_name')).at(-1)).toEqual({ migration_name: NEWEST })
    expect(await migrate(url)).toEqual([])
  })

  it('agree on a failed migration: no start succeeds until it is marked as rolled back', async () => {
    const broken = { '29991231000000_broken': 'CREATE TABLE half (id int); SELECT 1 / 0;' }
    const project = projectWith(broken)
    const folder = path.join(project, 'prisma/migrations')
    await expect(migrateByPrisma(['deploy'], project)).rejects.toThrow('29991231000000_broken')

    await expect(migrate(url, folder)).rejects.toThrow(
      /29991231000000_broken and did not end it.*migrate resolve --rolled-back.*division by zero/s,
    )

    await migrateByPrisma(['resolve', '--rolled-back', '29991231000000_broken'], project)
    scripts({ '29991231000000_broken': 'CREATE TABLE whole (id int);' }, folder)
    expect(await migrate(url, folder)).toEqual(['29991231000000_broken'])
  })
})

describe('the migrations that a database lacks', () => {
  it('are applied once by starts at the same time', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)))

    expect(applied.flat().toSorted()).toEqual(ALL)
    expect(await noted('migration_name AS name')).toEqual(ALL.map((name) => ({ name })))
  })

  it('are kept up to the failed one, of which nothing stays; each start reports it until it is fixed', async () => {
    const folder = scripts({
      '1_first': 'CREATE TABLE first (id int);',
      '2_second': 'CREATE TABLE half (id int);\nINSERT INTO half VALUES (1);\nSELECT missing FROM half;',
      '3_third': 'CREATE TABLE third (id int);',
    })
    const why = /^The migration 2_second failed in line 3, and nothing of it was kept: column "missing" does not exist$/

    for (const _ of [1, 2]) await expect(migrate(url, folder)).rejects.toThrow(why)
    expect(await noted('migration_name')).toEqual([{ migration_name: '1_first' }])
    expect(await tables()).toEqual([{ name: '_prisma_migrations' }, { name: 'first' }])

    scripts({ '2_second': 'CREATE TABLE second (id int);' }, folder)
    expect(await migrate(url, folder)).toEqual(['2_second', '3_third'])
  })

  it.each([
    [
      'cannot run in a transaction',
      'CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY b ON a (id);',
      'transaction block',
    ],
    ['ends the transaction', 'CREATE TABLE a (id int);\n-- done\nCOMMIT;', 'begins or ends a transaction itself'],
    ['begins one', 'Begin; CREATE TABLE a (id int); END;', 'begins or ends a transaction itself'],
  ])('are refused when one %s', async (_, script, why) => {
    await expect(migrate(url, scripts({ '1_first': script }))).rejects.toThrow(why)
    expect(await hasTable('a')).toBe(false)
  })

  itWherePostgresEndsWaits(
    'wait for a table that a query uses without keeping others from it, and say so',
    async () => {
      await migrate(url, scripts({ '1_first': 'CREATE TABLE busy (id int);' }))
      const reader = await opened('BEGIN; SELECT FROM busy')
      const writer = await opened("SET lock_timeout = '100ms'")
      const folder = scripts({
        '1_first': 'CREATE TABLE busy (id int);',
        '2_second': 'ALTER TABLE busy ADD COLUMN new int;',
      })
      const said: string[] = []
      const work = new Promise<string[]>((resolve, reject) => {
        const whileItWaits = async (sentence: string) => {
          said.push(sentence)
          await writer.query('INSERT INTO busy VALUES (1)')
          // A pooler would keep a lock of the session after the process has gone.
          const locks = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 72707369"
          expect(
            (
              await writer.query(
                `${locks} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
              )
            ).rowCount,
          ).toBe(0)
          await reader.query('COMMIT')
        }
        migrate(url, folder, (sentence) => void whileItWaits(sentence).catch(reject)).then(resolve, reject)
      })

      expect(await work).toEqual(['2_second'])
      expect(said).toEqual(['The migration 2_second needs a table that a query uses. Trying again until it is free.'])
      for (const client of [reader, writer]) await client.end()
    },
  )

  itWherePostgresEndsWaits('wait for another process that applies migrations, and say so', async () => {
    const prisma = await opened('SELECT pg_advisory_lock(72707369)')
    const said: string[] = []
    const applied = migrate(url, scripts({ '1_first': 'CREATE TABLE first (id int);' }), (sentence) => {
      said.push(sentence)
      void prisma.end()
    })

    expect(await applied).toEqual(['1_first'])
    expect(said).toEqual(['Another process applies migrations to this database. Trying again until it is free.'])
  })

  it('may name such statements in a comment, a text or the body of a function', async () => {
    const body = 'CREATE FUNCTION nothing() RETURNS void LANGUAGE plpgsql AS $body$\nBEGIN\n  NULL; END\n$body$;'
    const texts = `/* ; COMMIT; */ -- ; ROLLBACK;\nCREATE TABLE a ("x; COMMIT" text DEFAULT '; COMMIT; it''s');`

    expect(await migrate(url, scripts({ '1_first': `${body}\n${texts}` }))).toEqual(['1_first'])
  })

  it('are not applied to a database that holds tables of something else', async () => {
    await query(url, 'CREATE TABLE theirs (id int)')

    await expect(migrate(url)).rejects.toThrow('holds tables of something else (theirs)')
    expect(await tables()).toEqual([{ name: 'theirs' }])
  })
})

describe('a database of a newer version', () => {
  it('is refused, with the name of the unknown migration', async () => {
    const folder = scripts({ '1_first': 'CREATE TABLE first (id int);', '2_newer': 'CREATE TABLE newer (id int);' })
    await migrate(url, folder)
    rmSync(path.join(folder, '2_newer'), { recursive: true })

    await expect(migrate(url, folder)).rejects.toThrow(/newer version of the platform: it has the migration 2_newer/)
  })
})

it('goes on if the file of an applied migration was changed, as Prisma does, and logs it', async () => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const folder = scripts({ '1_first': 'CREATE TABLE first (id int);' })
  await migrate(url, folder)
  expect(lines).not.toHaveBeenCalled()
  scripts({ '1_first': 'CREATE TABLE first (id bigint);', '2_second': 'CREATE TABLE second (id int);' }, folder)

  expect(await migrate(url, folder)).toEqual(['2_second'])
  expect(lines.mock.calls.join()).toContain('"event":"migration-changed-since-applied","migration":"1_first"')
})
