import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Document, parseDocument } from 'yaml'

/** A temporary copy of the project's courses, films and library, which a test may change. */
export function contentCopy() {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'))
  for (const folder of ['courses', 'library', 'public/media'])
    cpSync(folder, path.join(root, folder), { recursive: true })
  const at = (file: string) => path.join(root, file)

  /** @throws if the edit changes nothing, because then the fault would not have been planted. */
  function edit(file: string, change: (text: string) => string): void {
    const before = readFileSync(at(file), 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`${file} was not changed`)
    writeFileSync(at(file), after)
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
    write: (file: string, text: string) => writeFileSync(at(file), text),
    remove: (file: string) => rmSync(at(file)),
    discard: () => rmSync(root, { recursive: true, force: true }),
  }
}
export type ContentCopy = ReturnType<typeof contentCopy>
