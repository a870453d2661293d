// npm run enrol -- EMAIL COURSE: enrols a person who has an account in a closed course.

import { permitFor } from '@/server/auth/permit'
import { admit } from '@/server/course/admit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const [email = '', courseId = ''] = args
  await withDatabase(async () => {
    try {
      console.log(await admit(permitFor({ kind: 'operator' }, 'course:admit', { email, courseId })))
    } finally {
      await closeDatabase()
    }
  })
}

await runIfCalled(import.meta.url, main)
