import 'server-only'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The project's root. Content is named by paths relative to it, with forward slashes, which findings print. */
export type Root = string

export function readText(root: Root, file: string): string | null {
  const place = path.join(root, file)
  return existsSync(place) ? readFileSync(place, 'utf8') : null
}

export function listFolders(root: Root, folder: string): string[] {
  return entries(root, folder).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
}

export function listFiles(root: Root, folder: string, ending = ''): string[] {
  return entries(root, folder).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith(ending) ? `${folder}/${entry.name}` : [],
  )
}

/** All files in a folder and its subfolders, in a fixed order; for a file, the file itself. */
export function listFilesUnder(root: Root, name: string): string[] {
  const place = statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!place?.isDirectory()) return place ? [name] : []
  return entries(root, name).flatMap((entry) => listFilesUnder(root, `${name}/${entry.name}`))
}

function entries(root: Root, folder: string) {
  const place = path.join(root, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { withFileTypes: true }).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
