import path from 'node:path'
import { type Declared, rowsOf, statesOf } from '../support/access/declared'

/** What the routes leave unsaid, as sentences that name the file and what to write in it. */
export function unsaidIn(routes: readonly Declared[]): string[] {
  return [...routes.flatMap(unsaid), ...namesGivenTwice(routes)]
}

function unsaid({ file, methods, address, accessFile, access }: Declared): string[] {
  if (!access) return [`${file} needs a file access.ts beside it: who may open it, as docs/how-to/a-page.md shows.`]
  const rows = rowsOf(access).map(([method]) => method)
  const faults: string[] = []
  if (rows.toSorted().join() !== methods.toSorted().join())
    faults.push(`${accessFile} needs one row for each of ${methods.join(', ')}, which ${path.basename(file)} exports.`)
  const isPage = methods.includes('GET') && address.startsWith('/[locale]')
  const named = Object.keys(statesOf(access)).length > 0 || typeof access.states === 'string'
  if (isPage && !named)
    faults.push(`${accessFile} needs \`states\`: those in which tests open the page, or why none does.`)
  return faults
}

function namesGivenTwice(routes: readonly Declared[]): string[] {
  const first = new Map<string, string>()
  return routes.flatMap(({ accessFile, access }) =>
    Object.keys(statesOf(access)).flatMap((name) => {
      const other = first.get(name)
      if (!other) first.set(name, accessFile)
      return other ? [`${accessFile} needs another name for the state “${name}”, which ${other} has too.`] : []
    }),
  )
}

/** The source of `server/library/public-routes.ts`. */
export function publicRoutes(routes: readonly Declared[]): string {
  const addresses = routes.filter(({ access }) => access?.public).map(({ address }) => address.replace('/[locale]', ''))
  return `import 'server-only'

/** The routes whose \`access.ts\` says \`public\`, without the language. \`tests/house/route-access.test.ts\` writes this list. */
export const PUBLIC_ROUTES = [
${addresses
  .toSorted()
  .map((address) => `  '${address}',\n`)
  .join('')}] as const
`
}
