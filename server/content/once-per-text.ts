import 'server-only'
import { memoize } from '@/domain/memoize'

/** More than the files of all courses and of the library. */
const FILES = 1000

/**
 * Reads each wording of a file once, since a draft, a proposal or a publication changes only a file or two. What `read`
 * returns is shared: callers must not change it.
 */
export function oncePerText<A extends [path: string, ...rest: (string | null)[]], T extends {}>(
  read: (...given: A) => T,
): (...given: A) => T {
  return memoize(read, { key: (...given) => given.join('\n'), limit: FILES })
}
