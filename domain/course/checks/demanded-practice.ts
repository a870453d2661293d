import { type PracticeRef, readPracticeRef } from '../../case/practice-ref'
import type { Library } from '../../library/library'
import { type CourseCheck, error } from './finding'
import { type CaseSource, placeIn } from './source'

/** The practice required before an exam must be a file of the course or a profile of the library, each named once. */
export const demandedPractice: CourseCheck = ({ file, cases }, library) =>
  (file.value?.practice ?? []).flatMap((ref, index, all) => {
    const fault = all.indexOf(ref) === index ? practiceFault(ref, cases, library) : 'stands here twice: keep one'
    return fault ? [error(placeIn(file, `practice.${index}`), `“${ref}” ${fault}`)] : []
  })

/** The fault of a reference to a practice; null if that practice exists. */
export function practiceFault(ref: PracticeRef, cases: readonly CaseSource[], { pathway }: Library): string | null {
  const { kind, id } = readPracticeRef(ref)
  if (kind === 'referral') {
    return pathway.profiles.some((profile) => profile.id === id)
      ? null
      : 'is no profile of library/referral: correct it'
  }
  const source = cases.find((one) => one.id === id)
  if (!source) return 'is no folder of cases: correct it'
  const { value } = source.file
  const isRead = value?.kind === 'grid' && value.worksheet !== undefined
  return kind === 'worksheet' && !isRead ? 'has no “worksheet” in its case.yaml: write it or name the file alone' : null
}
