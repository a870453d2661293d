import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listFiles, listFolders, readText } from './disk'

const FILES = new Map([
  ['courses/one/course.yaml', 'id: one'],
  ['courses/one/b-lesson/ar.md', 'نص'],
  ['courses/one/a-lesson/ar.md', 'نص آخر'],
  ['courses/one/bank/signoff.yaml', '[]'],
  ['courses/one/bank/q.yaml', '- id: q'],
  ['courses/onerous/course.yaml', 'id: onerous'],
])

let root: string
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'disk-'))
  for (const [name, text] of FILES) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
})
afterAll(() => rmSync(root, { recursive: true }))

it.each(['courses', 'courses/one', 'courses/one/bank', 'courses/none'])(
  'lists files in memory as those on the disk: %s',
  (folder) => {
    expect(listFolders(FILES, folder)).toEqual(listFolders(root, folder))
    expect(listFiles(FILES, folder, '.yaml')).toEqual(listFiles(root, folder, '.yaml'))
  },
)

it('reads a file in memory, and gives nothing for a missing one', () => {
  expect(readText(FILES, 'courses/one/course.yaml')).toBe('id: one')
  expect(readText(FILES, 'courses/one/exam.yaml')).toBeNull()
})
