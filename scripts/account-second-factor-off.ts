// npm run account:second-factor-off -- EMAIL: for a person who lost her telephone, her passkeys and her recovery codes.

import { removeSecondFactorFor } from '@/server/account/second-factor/remove-for'
import { permitFor } from '@/server/auth/permit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

loadDotEnv()
await exitOnRefusal(async () => {
  const [email = ''] = process.argv.slice(2)
  await withDatabase(async () => {
    try {
      const permit = permitFor({ kind: 'operator' }, 'account:second-factor-off', { email })
      console.log(await removeSecondFactorFor(permit, new Date()))
    } finally {
      await closeDatabase()
    }
  })
})
