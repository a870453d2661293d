// npm run course:publish [-- course…]: without names, every course. Exit code 1 when one was refused.
import { describeFinding, errorsIn } from '@/server/content/check-content'
import { type Publication, publishChanged } from '@/server/content/publish-course'
import { listCourses } from '@/server/content/read-course'
import { db } from '@/server/db/client'
import { reachPostgres } from '@/server/db/reach'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'
import { migrateIfNeeded } from './start/migrate'

loadDotEnv()
await exitOnRefusal(async () => {
  const known = listCourses(process.cwd())
  const asked = process.argv.slice(2)
  const unknown = asked.filter((id) => !known.includes(id))
  if (unknown.length > 0) throw new Error(`There is no course ${unknown.join(', ')}. Courses: ${known.join(', ')}.`)

  await withDatabase(async (url) => {
    await reachPostgres(url)
    await migrateIfNeeded()
    const publications = await publishChanged(db(), process.cwd(), asked.length > 0 ? asked : known)
    for (const publication of publications) console.log(inWords(publication))
    if (publications.some(({ status }) => status === 'refused')) process.exitCode = 1
    await db().$disconnect()
  })
})

function inWords({ courseId, findings, ...outcome }: Publication): string {
  switch (outcome.status) {
    case 'published':
      return `${courseId}: published as release ${outcome.number}.`
    case 'unchanged':
      return `${courseId}: nothing changed since release ${outcome.number}.`
    case 'refused': {
      const errors = errorsIn(findings)
      const end = `${courseId}: not published, ${errors.length} to correct. The last good release stays.`
      return [...errors.map(describeFinding), end].join('\n')
    }
  }
}
