import { randomUUID } from 'node:crypto'
import type { ReleasedCase } from '@/domain/case/case-file'
import type { GridFile } from '@/domain/case/grid-file'
import { forgetNewestReleases } from '@/server/content/releases'
import { localized } from './course-factories'
import { publish } from './exam-room'
import { gridFile } from './grid-files'

const FACTS = 12
const facts = Array.from({ length: FACTS }, (_, index) => `:fact[Fact ${index + 1}.]{id=F${index + 1}}`).join(' ')
const body = `:::document[Report]{id="d1" kind="report"}\n${facts}\n:::\n\n:::document[Note]{id="d2" kind="note"}\nA note.\n:::\n`

/** A grid as a release stores it. */
export function releasedGrid(file: GridFile = gridFile()): ReleasedCase {
  return { file, bodies: { ar: body, fr: body, en: body }, signoff: [], hashes: localized('hash') }
}

/** A published course with one grid, whose id nothing else uses. */
export async function publishedGrid(overrides: Partial<GridFile> = {}, courseId?: string, number = 1) {
  const file = gridFile({ id: `grid-${randomUUID().slice(0, 8)}`, ...overrides })
  const { id: releaseId, courseId: course } = await publish(courseId, number, { cases: [releasedGrid(file)] })
  forgetNewestReleases()
  return { file, releaseId, courseId: course }
}
