import { type CourseCheck, error, type Found } from './finding'
import { placeIn } from './source'

/** A public course is read without an account: it has neither exam nor certificate. Any other course has both. */
export const courseAccess: CourseCheck = ({ path, file, exam, bank }) => {
  if (!file.value) return []
  const { access, certificate, examMinutes } = file.value
  const graded = access !== 'public'
  const found: Found[] = []
  const hold = (has: boolean, key: string, what: string) => {
    if (has === graded) return
    found.push(
      error(placeIn(file, key), graded ? `${what} is missing: add it` : `a public course has no ${what}: remove it`),
    )
  }
  hold(certificate !== undefined, 'certificate', '“certificate:”')
  hold(examMinutes !== undefined, 'examMinutes', '“examMinutes:”')
  hold(exam !== null, 'access', `${path}/exam.yaml`)
  hold(bank.length > 0, 'access', 'exam bank')
  return found
}
