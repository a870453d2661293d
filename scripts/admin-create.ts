// npm run admin:create -- EMAIL: makes an account an administrator of the platform.

import { permitFor } from '@/server/auth/permit'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { foundPlatform } from '@/server/institution/found-platform'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const [email = ''] = args
  await withDatabase(async () => {
    try {
      console.log(await foundPlatform(permitFor({ kind: 'operator' }, 'platform:found', {}), email, new Date()))
    } finally {
      await closeDatabase()
    }
  })
}

await runIfCalled(import.meta.url, main)
