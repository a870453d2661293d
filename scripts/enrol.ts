// npm run enrol -- EMAIL COURSE: enrols a person who has an account in a closed course.

import { permitFor } from '@/server/auth/permit'
import { admit } from '@/server/course/admit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

loadDotEnv()
await exitOnRefusal(async () => {
  const [email = '', courseId = ''] = process.argv.slice(2)
  await withDatabase(async () => {
    try {
      console.log(await admit(permitFor({ kind: 'operator' }, 'course:admit', { email, courseId })))
    } finally {
      await closeDatabase()
    }
  })
})
