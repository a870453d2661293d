// npm run account:second-factor-off -- EMAIL: for a person who lost her telephone, her passkeys and her recovery codes.

import { removeSecondFactorFor } from '@/server/account/second-factor/remove-for'
import { permitFor } from '@/server/auth/permit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const [email = ''] = args
  await withDatabase(async () => {
    try {
      const permit = permitFor({ kind: 'operator' }, 'account:second-factor-off', { email })
      console.log(await removeSecondFactorFor(permit, new Date()))
    } finally {
      await closeDatabase()
    }
  })
}

await runIfCalled(import.meta.url, main)
