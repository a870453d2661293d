import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Files that are not on the disk, as they would be written there: text by path. */
export type FilesInMemory = ReadonlyMap<string, string>

/** The root of the project. Paths of content are relative to it, with forward slashes; findings print them so. */
export type Root = string | FilesInMemory

export function readText(root: Root, file: string): string | null {
  if (typeof root !== 'string') return root.get(file) ?? null
  const place = path.join(root, file)
  return existsSync(place) ? readFileSync(place, 'utf8') : null
}

export function listFolders(root: Root, folder: string): string[] {
  if (typeof root !== 'string') return namesUnder(root, folder, 'folders')
  return entries(root, folder).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
}

export function listFiles(root: Root, folder: string, ending = ''): string[] {
  if (typeof root !== 'string') {
    return namesUnder(root, folder, 'files').flatMap((name) => (name.endsWith(ending) ? `${folder}/${name}` : []))
  }
  return entries(root, folder).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith(ending) ? `${folder}/${entry.name}` : [],
  )
}

/** All files in a folder and its subfolders, in a fixed order; for a file, the file itself. */
export function listFilesUnder(root: string, name: string): string[] {
  const place = statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!place?.isDirectory()) return place ? [name] : []
  return entries(root, name).flatMap((entry) => listFilesUnder(root, `${name}/${entry.name}`))
}

/** SHA-256 of the names and contents of all files in these folders and their subfolders. */
export function hashOfFiles(root: Root, folders: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (file: string, content: string | Buffer) => hash.update(`${file}\0`).update(content).update('\0')
  for (const folder of folders) {
    if (typeof root === 'string') {
      for (const file of listFilesUnder(root, folder)) add(file, readFileSync(path.join(root, file)))
    } else {
      const under = [...root.keys()].filter((file) => file.startsWith(`${folder}/`)).toSorted()
      for (const file of under) add(file, root.get(file) ?? '')
    }
  }
  return hash.digest('hex')
}

/** Sorted like the names that are read from the disk. */
function namesUnder(files: FilesInMemory, folder: string, wanted: 'files' | 'folders'): string[] {
  const below = [...files.keys()].flatMap((file) =>
    file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : [],
  )
  const names = below.flatMap((file) => {
    const [name = '', ...more] = file.split('/')
    return more.length > 0 === (wanted === 'folders') ? name : []
  })
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'))
}

function entries(root: string, folder: string) {
  const place = path.join(root, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { withFileTypes: true }).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
