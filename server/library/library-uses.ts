import 'server-only'
import { citationUses, type Uses } from '@/domain/course/citation-uses'
import { memoize } from '@/domain/memoize'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { onceInProcess } from '../once-in-process'

const uses = onceInProcess('library-uses', () =>
  memoize(
    (releases: readonly LoadedRelease[]) =>
      citationUses(
        releases.map(({ course }) => course),
        library(),
      ),
    {
      key: (releases) => releases.map(({ id }) => id).join(' '),
      limit: 1,
    },
  ),
)

/**
 * Where each entry is cited: in the newest release of every course and in the library. Computed again when a course is
 * published.
 */
export async function libraryUses(): Promise<ReadonlyMap<string, Uses>> {
  return uses()(await currentReleases())
}
