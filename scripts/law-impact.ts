// npm run law:impact -- cpp-82-5-1 (or cpp-82-5-1#4): lists the content that cites a provision, and marks the texts
// that were written before its newest version.
import { AFFECTED_KINDS, type Affected, lawImpact } from '@/domain/course/law-impact'
import { newestSince } from '@/domain/library/outdated-citation'
import type { Provision } from '@/domain/library/provision'
import { type Citation, readCitation } from '@/domain/library/resolve-citation'
import { LOCALES } from '@/domain/locale'
import { listCourses, readCourse } from '@/server/content/read-course'
import { readLibraryFiles } from '@/server/content/read-library'
import { runIfCalled } from './run-if-called'

const MEANING = {
  current: 'current',
  changed: 'WRITTEN BEFORE THE CHANGE',
  undated: 'undated: look at it',
} as const

export function main([asked = '']: readonly string[], root: string): void {
  const { source } = readLibraryFiles(root)
  const citation = readCitation(asked)
  const provision = source.provisions.find(({ id }) => id === citation?.provision)?.value
  if (!citation || !provision || !holds(provision, citation)) {
    throw new Error(
      `“${asked}” is not in library/law. Name a provision by the name of its file, or one of its paragraphs: npm run law:impact -- cpp-82-5-1#4`,
    )
  }
  const courses = listCourses(root).map((id) => readCourse(root, id).course)
  print(asked, lawImpact({ provision, citation }, source, courses), newestSince(provision))
}

/** Whether a version of the provision, perhaps only an older one, has the cited paragraph. A card has no paragraphs. */
function holds({ versions }: Provision, { paragraph, item }: Citation): boolean {
  const key = item === null ? `${paragraph}` : `${paragraph}.${item}`
  return (
    paragraph === null ||
    versions.some((version) => 'text' in version && key in { ...version.text.ar, ...version.text.fr })
  )
}

function print(asked: string, affected: readonly Affected[], since: string | null) {
  console.log(
    `${asked}: newest version ${since === null ? 'of a day that the sources do not state' : `since ${since}`}.`,
  )
  for (const kind of AFFECTED_KINDS) {
    const those = affected.filter((each) => each.kind === kind)
    if (those.length === 0) continue
    console.log(`\n${kind} (${those.length})`)
    for (const each of those) console.log(`  ${each.path}:${each.line}  ${each.id}  ${statuses(each)}`)
  }
  const old = affected.filter(({ status }) => Object.values(status).includes('changed')).length
  console.log(`\n${affected.length} texts cite it; ${old} were written before the change and are not signed since.`)
}

/** `ar WRITTEN BEFORE THE CHANGE · fr current`, or one status if all languages agree. */
function statuses({ status }: Affected): string {
  const told = LOCALES.flatMap((locale) => {
    const each = status[locale]
    return each ? [[locale, MEANING[each]] as const] : []
  })
  const [first] = told
  if (first && told.length === LOCALES.length && told.every(([, meaning]) => meaning === first[1])) {
    return `${LOCALES.join(' ')} ${first[1]}`
  }
  return told.map(([locale, meaning]) => `${locale} ${meaning}`).join(' · ')
}

await runIfCalled(import.meta.url, main)
