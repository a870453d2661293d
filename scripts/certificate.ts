// npm run certificate:supersede -- NUMBER --reason … [--name-ar … --name-latin …]
// npm run certificate:revoke -- NUMBER --reason …
import { parseArgs } from 'node:util'
import { runCertificateCommand } from '@/server/certificate/command'
import { closeDatabase } from '@/server/db/client'
import { withDatabase } from '@/server/embedded/with-database'
import { runIfCalled } from './run-if-called'

export async function main(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { reason: { type: 'string' }, 'name-ar': { type: 'string' }, 'name-latin': { type: 'string' } },
  })
  const [command = '', number = ''] = positionals
  const given = {
    command,
    number,
    reason: values.reason,
    nameArabic: values['name-ar'],
    nameLatin: values['name-latin'],
  }
  await withDatabase(async () => {
    try {
      console.log(await runCertificateCommand(given, new Date()))
    } finally {
      await closeDatabase()
    }
  })
}

await runIfCalled(import.meta.url, main)
