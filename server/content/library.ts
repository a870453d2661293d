import 'server-only'
import { libraryOf } from '@/domain/course/checks/library-of'
import type { Library } from '@/domain/library/library'
import { onceInProcess } from '../once-in-process'
import { readLibraryFiles } from './read-library'

/**
 * The library as it is on disk, read once per process. Its pages show this one; courses carry their own copy of what
 * they cite.
 */
export const library = onceInProcess('library', (): Library => libraryOf(readLibraryFiles(process.cwd()).source))
