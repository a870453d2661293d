import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Writes these files into a temporary folder. @returns the folder. */
export function plantHouse(files: Readonly<Record<string, string>>): string {
  const house = realpathSync(mkdtempSync(path.join(tmpdir(), 'house-')))
  symlinkSync(path.resolve('node_modules'), path.join(house, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(house, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  return house
}
