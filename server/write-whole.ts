import 'server-only'
import { renameSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file atomically: a reader finds the old text or the new one, never half of it. Only its owner may read it
 * (0600).
 */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.part`
  writeFileSync(unfinished, text, { mode: 0o600 })
  renameSync(unfinished, file)
}
