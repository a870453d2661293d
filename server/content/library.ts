import 'server-only'
import { libraryOf } from '@/domain/course/checks/library-of'
import type { Library } from '@/domain/library/library'
import { onceInProcess } from '../once-in-process'
import { readLibraryFiles } from './read-library'

/** The library as its files stand, read once per process: its pages show it, its courses carry their own part. */
export const library = onceInProcess('library', (): Library => libraryOf(readLibraryFiles(process.cwd()).source))
