import { existsSync } from 'node:fs'
import { describeFinding, errorsIn } from '@/server/content/check-content'
import { type Publication, publishChanged } from '@/server/content/publish-course'
import { listCourses } from '@/server/content/read-course'
import { db } from '@/server/db/client'
import { SettingsError } from '@/server/settings-error'

// npm run course:publish [-- course…]: without names, every course. Exit code 1 when one was refused.
if (existsSync('.env')) process.loadEnvFile('.env')

const known = listCourses(process.cwd())
const asked = process.argv.slice(2)
const unknown = asked.filter((id) => !known.includes(id))
if (unknown.length > 0) {
  console.error(`There is no course ${unknown.join(', ')}. Courses: ${known.join(', ')}.`)
  process.exitCode = 1
} else {
  await publish(asked.length > 0 ? asked : known)
}

async function publish(courseIds: readonly string[]): Promise<void> {
  try {
    const publications = await publishChanged(db(), process.cwd(), courseIds)
    for (const publication of publications) console.log(inWords(publication))
    if (publications.some(({ status }) => status === 'refused')) process.exitCode = 1
    await db().$disconnect()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

function inWords({ courseId, findings, ...outcome }: Publication): string {
  switch (outcome.status) {
    case 'published':
      return `${courseId}: published as release ${outcome.number}.`
    case 'unchanged':
      return `${courseId}: nothing changed since release ${outcome.number}.`
    case 'published-before':
      return `${courseId}: the same content as release ${outcome.number}. To publish it again, raise a revision.`
    case 'refused': {
      const errors = errorsIn(findings)
      const end = `${courseId}: not published, ${errors.length} to correct. The last good release stays.`
      return [...errors.map(describeFinding), end].join('\n')
    }
  }
}
