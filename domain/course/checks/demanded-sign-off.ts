import type { Locale } from '../../locale'
import { countsFor } from '../../signoff/reviewed'
import { SIGN_ROLES, type Signoff } from '../../signoff/signoff'
import { error, type Finding } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { CourseSource, YamlSource } from './source'

type Part = { what: string; ledger: YamlSource<Signoff>; hashes: Partial<Record<Locale, string>> }

/**
 * The texts without a sign-off that `requires` in course.yaml demands. They prevent publication, but are not faults of
 * the files: a text that is still being written need not be signed.
 */
export function demandedSignOff(course: CourseSource): Finding[] {
  const requires = course.file.value?.requires ?? {}
  return partsOf(course).flatMap(({ what, ledger, hashes }) =>
    SIGN_ROLES.flatMap((role) =>
      (requires[role] ?? [])
        .filter((locale) => !(ledger.value ?? []).some((sign) => countsFor(sign, role, locale, hashes[locale])))
        .map((locale) => unsigned(what, ledger.path, `no ${role} sign-off in ${LANGUAGE_NAME[locale]}`)),
    ),
  )
}

function partsOf({ lessons, cases, bank, bankSignoff, bankHashes }: CourseSource): Part[] {
  return [
    ...lessons.map(({ id, signoff: ledger, hashes }) => ({ what: `the lesson “${id}”`, ledger, hashes })),
    ...cases.map(({ id, signoff: ledger, hashes }) => ({ what: `the file “${id}”`, ledger, hashes })),
    ...(bank.length > 0 ? [{ what: 'the bank', ledger: bankSignoff, hashes: bankHashes }] : []),
  ]
}

function unsigned(what: string, path: string, lack: string): Finding {
  const message = `${what} has ${lack} for its present text, which “requires” in course.yaml demands: have it read and signed`
  return { ...error({ path, line: 1 }, message), check: 'demanded-sign-off' }
}
