import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Document, parseDocument } from 'yaml'

/**
 * A temporary copy of the project's courses, films and library, which a test may change.
 *
 * @param courses the only courses of the copy, if the test needs no other.
 */
export function contentCopy(...courses: string[]) {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'))
  for (const folder of [
    ...(courses.length > 0 ? courses.map((course) => `courses/${course}`) : ['courses']),
    'library',
    'public/media',
  ])
    cpSync(folder, path.join(root, folder), { recursive: true })
  const at = (file: string) => path.join(root, file)
  const before = new Map<string, string | null>()
  const remember = (file: string) => {
    if (!before.has(file)) before.set(file, existsSync(at(file)) ? readFileSync(at(file), 'utf8') : null)
  }

  /** @throws if the edit changes nothing, because then the test would have no fault to find. */
  function edit(file: string, change: (text: string) => string): void {
    const text = readFileSync(at(file), 'utf8')
    const changed = change(text)
    if (changed === text) throw new Error(`${file} was not changed`)
    write(file, changed)
  }

  function write(file: string, text: string): void {
    remember(file)
    writeFileSync(at(file), text)
  }

  function remove(file: string): void {
    remember(file)
    rmSync(at(file))
  }

  /** Restores the copy to its first state, in a hundredth of the time of a new copy. */
  function undo(): void {
    for (const [file, text] of before) text === null ? rmSync(at(file), { force: true }) : writeFileSync(at(file), text)
    before.clear()
  }

  function editYaml(file: string, change: (document: Document) => void): void {
    edit(file, (text) => {
      const document = parseDocument(text)
      change(document)
      return String(document)
    })
  }

  return {
    root,
    edit,
    editYaml,
    read: (file: string) => readFileSync(at(file), 'utf8'),
    write,
    remove,
    undo,
    discard: () => rmSync(root, { recursive: true, force: true }),
  }
}
export type ContentCopy = ReturnType<typeof contentCopy>
