// npm run course:publish [-- course…]: publishes the named courses, or all of them. Exit code 1 if one was refused.
import { describeFinding, errorsIn } from '@/server/content/check-content'
import { type Publication, publishChanged, type Reached } from '@/server/content/publish-course'
import { listCourses } from '@/server/content/read-course'
import { closeDatabase } from '@/server/db/client'
import { reachPostgres } from '@/server/db/reach-postgres'
import { withDatabase } from '@/server/embedded/with-database'
import { runIfCalled } from './run-if-called'
import { applyMigrations } from './start/migrate'

export async function main(asked: readonly string[], root: string): Promise<void> {
  const known = listCourses(root)
  const unknown = asked.filter((id) => !known.includes(id))
  if (unknown.length > 0) throw new Error(`There is no course ${unknown.join(', ')}. Courses: ${known.join(', ')}.`)

  await withDatabase(async (url) => {
    await reachPostgres(url)
    await applyMigrations(url)
    const publications = await publishChanged(root, asked.length > 0 ? asked : known)
    for (const publication of publications) console.log(inWords(publication))
    if (publications.some(({ status }) => status === 'refused')) process.exitCode = 1
    await closeDatabase()
  })
}

function inWords({ courseId, findings, ...outcome }: Publication): string {
  switch (outcome.status) {
    case 'published':
      return [`${courseId}: published as release ${outcome.number}.`, ...reachInWords(outcome.reach)].join(' ')
    case 'unchanged':
      return `${courseId}: nothing changed since release ${outcome.number}.`
    case 'refused': {
      const errors = errorsIn(findings)
      const end = `${courseId}: not published, ${errors.length} to correct. The last good release stays.`
      return [...errors.map(describeFinding), end].join('\n')
    }
  }
}

const WHY: Readonly<Record<NonNullable<Reached['why']>, string>> = {
  lessons: 'whose lessons are others, or in another order',
  languages: 'whose languages are others',
  exam: 'whose exam is drawn or passed by another rule',
}

/**
 * The older releases whose learners now read the correction, and the reason for each release that keeps its own text.
 */
function reachInWords(reach: readonly Reached[]): string[] {
  const corrected = reach.flatMap(({ number, why }) => (why === null ? number : []))
  const apart = reach.flatMap(({ number, why }) =>
    why === null ? [] : `It is no correction of release ${number}, ${WHY[why]}.`,
  )
  const read =
    corrected.length > 0
      ? [`It corrects ${corrected.toSorted((a, b) => a - b).join(', ')}: whoever reads those reads it from now on.`]
      : []
  return [...read, ...apart]
}

await runIfCalled(import.meta.url, main)
