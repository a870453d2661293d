import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedSite, query } from '@/tests/support/embedded-site'

let site: ReturnType<typeof embeddedSite>
beforeEach(() => {
  site = embeddedSite()
})
afterEach(() => site.remove())

describe('the first start of the embedded PostgreSQL', () => {
  it('may follow one that was interrupted', async () => {
    mkdirSync(path.join(site.dataDir, 'postgres.part', 'base'), { recursive: true })
    writeFileSync(path.join(site.dataDir, 'postgres.password'), 'half')

    expect(await query(await site.start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  // PostgreSQL refuses to run as root and uses another account; only root can deny that account access to a folder.
  it.runIf(process.getuid?.() === 0)('puts files in /var/tmp if its account cannot enter the checkout', async () => {
    chmodSync(site.folder, 0o700)
    await query(await site.start(), 'CREATE TABLE made AS SELECT 27 AS law')
    expect(site.cluster()).toMatch(/^\/var\/tmp\/traite-formation-[0-9a-f]{16}\/postgres$/)
    expect(await query(await site.start(), 'SELECT law FROM made')).toEqual([{ law: 27 }])

    // If somebody removes `.data`, the database goes with it, wherever its files are.
    rmSync(site.dataDir, { recursive: true })
    await expect(query(await site.start(), 'SELECT law FROM made')).rejects.toThrow('does not exist')
  })
})
