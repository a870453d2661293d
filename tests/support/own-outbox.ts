import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { env } from '@/server/env'

/** Gives this test file an outbox of its own. */
export function ownOutbox(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'outbox-'))
  process.env.DATA_DIR = folder
  env.reset()
  afterAll(() => rmSync(folder, { recursive: true }))
}
