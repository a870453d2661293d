// npm run account:disable -- EMAIL: disables an account.
// npm run account:enable -- EMAIL: enables it again.
import { disableAccount, enableAccount } from '@/server/account/disable-account'
import { permitFor } from '@/server/auth/permit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const [command = '', email = ''] = args
  const operator = { kind: 'operator' } as const
  await withDatabase(async () => {
    try {
      console.log(
        command === 'enable'
          ? await enableAccount(permitFor(operator, 'account:enable', { email }), new Date())
          : await disableAccount(permitFor(operator, 'account:disable', { email }), new Date()),
      )
    } finally {
      await closeDatabase()
    }
  })
}

await runIfCalled(import.meta.url, main)
