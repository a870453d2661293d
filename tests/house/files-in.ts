import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type SourceFile = { file: string; text: string }

/** What only tests read: tests, and the file beside a route that says who may open it. */
const OF_TESTS = /\.test\.tsx?$|^app\/.*\/access\.ts$/

/** The files of these folders whose names end in one of `endings`, without those of tests. */
export function filesIn(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    )
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && !OF_TESTS.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}
