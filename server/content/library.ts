import 'server-only'
import { libraryOf } from '@/domain/course/checks/library-of'
import type { Library } from '@/domain/library/library'
import { readLibraryFiles } from './read-library'

declare global {
  var readerLibrary: Library | undefined
}

/** The library as its files stand, read once per process: its pages show it, its courses carry their own part. */
export function library(): Library {
  // On `globalThis`, since Next gives each of its bundles modules of its own.
  globalThis.readerLibrary ??= libraryOf(readLibraryFiles(process.cwd()).source)
  return globalThis.readerLibrary
}
