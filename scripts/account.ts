// npm run account:disable -- EMAIL: shuts a person out. npm run account:enable -- EMAIL: lets her in again.
import { disableAccount, enableAccount } from '@/server/account/disable-account'
import { permitFor } from '@/server/auth/permit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

loadDotEnv()
await exitOnRefusal(async () => {
  const [command = '', email = ''] = process.argv.slice(2)
  const operator = { kind: 'operator' } as const
  await withDatabase(async () => {
    try {
      console.log(
        command === 'enable'
          ? await enableAccount(permitFor(operator, 'account:enable', { email }))
          : await disableAccount(permitFor(operator, 'account:disable', { email }), new Date()),
      )
    } finally {
      await closeDatabase()
    }
  })
})
