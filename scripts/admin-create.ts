// npm run admin:create -- EMAIL: makes an account an administrator of the platform.

import { permitFor } from '@/server/auth/permit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { foundPlatform } from '@/server/institution/found-platform'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

loadDotEnv()
await exitOnRefusal(async () => {
  const [email = ''] = process.argv.slice(2)
  await withDatabase(async () => {
    try {
      console.log(await foundPlatform(permitFor({ kind: 'operator' }, 'platform:found', {}), email, new Date()))
    } finally {
      await closeDatabase()
    }
  })
})
