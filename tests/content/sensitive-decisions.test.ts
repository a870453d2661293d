import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** Decisions that are left out because an account of them could identify a victim or another person. */
const LEFT_OUT = [
  'ma-beni-mellal-2021-oulad-ayad',
  'ma-casablanca-2019-employees-presse',
  'ma-meknes-requalification-emploi',
  'ma-rabat-2024-ancien-diplomate',
]

const files = ['library', 'courses'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name)),
)
const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const)

it.each(LEFT_OUT)('leaves %s out of courses and library', (id) => {
  expect(files.length).toBeGreaterThan(100)
  expect(texts.filter(([file, text]) => file.includes(id) || text.includes(id)).map(([file]) => file)).toEqual([])
})
