import 'server-only'
import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file of our own eyes only (0600) so that a reader finds the old text or the new one, never half of it. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.part`
  writeFileSync(unfinished, text, { mode: 0o600 })
  renameSync(unfinished, file)
}
