import 'server-only'
import { citationUses, type Uses } from '@/domain/course/citation-uses'
import { library } from '../content/library'
import { currentReleases } from '../content/releases'

type Kept = { key: string; uses: ReadonlyMap<string, Uses> }

declare global {
  var usesOfLibrary: Kept | undefined
}

/** Who cites what: of the newest release of every course and of the library. Made anew when a course is published. */
export async function libraryUses(): Promise<ReadonlyMap<string, Uses>> {
  const releases = await currentReleases()
  const key = releases
    .map(({ id }) => id)
    .toSorted()
    .join(' ')
  // On `globalThis`, since Next gives each of its bundles modules of its own.
  if (globalThis.usesOfLibrary?.key !== key) {
    const uses = citationUses(
      releases.map(({ course }) => course),
      library(),
    )
    globalThis.usesOfLibrary = { key, uses }
  }
  return globalThis.usesOfLibrary.uses
}
