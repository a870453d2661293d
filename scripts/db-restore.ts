// npm run db:restore -- file [--replace]: fills an empty database from a backup; --replace empties it first.
import { restoreBackup } from '@/server/backup/restore-backup'
import { withDatabase } from '@/server/embedded/with-database'
import { loadDotEnv } from './dot-env'
import { exitOnRefusal } from './exit-on-refusal'

loadDotEnv()
const words = process.argv.slice(2)
const [file] = words.filter((word) => !word.startsWith('--'))

await exitOnRefusal(async () => {
  if (!file) throw new Error('Usage: npm run db:restore -- FILE [--replace]')
  const { rows, madeAt } = await withDatabase((url) => restoreBackup(url, file, words.includes('--replace')))
  console.log(
    `${rows} rows of ${madeAt} are restored. \`npm start\` brings the tables up to date if the backup is older.`,
  )
})
