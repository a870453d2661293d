import 'server-only'
import { documentsOf, factsIn } from '@/domain/case/case-text'
import { ELEMENTS } from '@/domain/case/grid-file'
import type { GridAnswers } from '@/domain/practice/grid-answers'
import { referenceOf } from '@/domain/practice/grid-answers'
import { daysAfter, type Release, type TableBatch } from './table-batch'

/** The number of answered elements in the file that she has begun. */
const ANSWERED = 3

/** Adds the grids of a person who has completed the first file of a course and begun the second. */
export function addGrids({ tables, rng, now }: TableBatch, release: Release, accountId: string): void {
  const courseId = release.course.file.id
  const grids = (release.course.cases ?? []).flatMap(({ file, bodies }) =>
    file.kind === 'grid' ? [{ file, bodies }] : [],
  )
  for (const [place, { file, bodies }] of grids.slice(0, 2).entries()) {
    const done = place === 0
    const startedAt = daysAfter(now, done ? -9 : -1)
    const idle = factsIn(documentsOf({ bodies }, 'ar'))[0]?.id
    const elements = done ? ELEMENTS : ELEMENTS.slice(0, ANSWERED)
    const answers: GridAnswers = Object.fromEntries(
      elements.map((element) => {
        const { supports } = file.elements[element]
        const marked = supports.length > 0 ? supports.slice(0, 2) : idle ? [idle] : []
        return [
          element,
          { values: [...referenceOf(file, element)], supports: marked, contradicts: [], certainty: 'fairly' },
        ]
      }),
    )
    const handedInAt = done ? startedAt : null
    tables.GridAttempt.push({
      id: rng.uuid(startedAt),
      ...{ accountId, courseId, caseId: file.id, number: 1, releaseId: release.id },
      ...{ answers: JSON.stringify(answers), version: elements.length, startedAt, savedAt: startedAt, handedInAt },
    })
    if (done) {
      tables.PracticeDone.push({
        accountId,
        kind: 'grid',
        caseId: file.id,
        courseId,
        firstAt: startedAt,
        lastAt: startedAt,
      })
    }
  }
}
