// npm run law:impact -- cpp-82-5-1: everything that cites a provision, and what of it is older than its newest version.
import { AFFECTED_KINDS, type Affected, lawImpact } from '@/domain/course/law-impact'
import { newestSince } from '@/domain/library/law-change'
import { LOCALES } from '@/domain/locale'
import { listCourses, readCourse } from '@/server/content/read-course'
import { readLibraryFiles } from '@/server/content/read-library'

const MEANING = {
  current: 'current',
  changed: 'WRITTEN BEFORE THE CHANGE',
  undated: 'undated: look at it',
} as const

const root = process.cwd()
const asked = process.argv[2]?.split('#')[0] ?? ''
const { source } = readLibraryFiles(root)
const provision = source.provisions.find(({ id }) => id === asked)?.value

if (provision) {
  const courses = listCourses(root).map((id) => readCourse(root, id).course)
  print(lawImpact(provision, source, courses), newestSince(provision))
} else {
  console.error(
    `“${asked}” is not in library/law. Name a provision by the name of its file: npm run law:impact -- cpp-82-5-1`,
  )
  process.exitCode = 1
}

function print(affected: readonly Affected[], since: string | null) {
  console.log(
    `${asked}: newest version ${since === null ? 'of a day that the sources do not state' : `since ${since}`}.`,
  )
  for (const kind of AFFECTED_KINDS) {
    const those = affected.filter((each) => each.kind === kind)
    if (those.length === 0) continue
    console.log(`\n${kind} (${those.length})`)
    for (const each of those) console.log(`  ${each.path}:${each.line}  ${each.id}  ${standings(each)}`)
  }
  const old = affected.filter(({ standing }) => Object.values(standing).includes('changed')).length
  console.log(`\n${affected.length} texts cite it; ${old} were written before the change and are not signed since.`)
}

/** `ar WRITTEN BEFORE THE CHANGE · fr current`, in one word where the languages agree. */
function standings({ standing }: Affected): string {
  const told = LOCALES.flatMap((locale) => {
    const each = standing[locale]
    return each ? [[locale, MEANING[each]] as const] : []
  })
  const [first] = told
  if (first && told.length === LOCALES.length && told.every(([, meaning]) => meaning === first[1])) {
    return `${LOCALES.join(' ')} ${first[1]}`
  }
  return told.map(([locale, meaning]) => `${locale} ${meaning}`).join(' · ')
}
