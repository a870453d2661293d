import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** Gives this test file an outbox of its own. Call it before any code reads the settings. */
export function ownOutbox(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'outbox-'))
  process.env.DATA_DIR = folder
  afterAll(() => rmSync(folder, { recursive: true }))
}
