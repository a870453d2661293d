import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { prisma } from '../run'

const SOURCES = ['prisma/schema.prisma', 'node_modules/prisma/package.json']
const STAMP = 'generated/prisma.sha256'

/**
 * Generates the typed database client, which is not kept in git, unless it matches this schema and this version of
 * Prisma.
 */
export async function generateIfNeeded(): Promise<void> {
  const hash = createHash('sha256')
  for (const source of SOURCES) hash.update(readFileSync(source))
  const sources = hash.digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return

  await prisma(['generate'], { quiet: true })
  writeFileSync(STAMP, sources)
}
