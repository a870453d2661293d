import { readFileSync } from 'node:fs'

/** Reads the command line with which the Prisma CLI starts the engine. */
export function readArguments(argv) {
  const after = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined)
  const datamodels = argv.flatMap((word, at) =>
    argv[at - 1] === '--datamodels' ? [[word, readFileSync(word, 'utf8')]] : [],
  )
  const { url } = JSON.parse(after('--datasource') ?? '{}')

  return { version: argv.includes('--version'), command: after('cli'), url, datamodels }
}
