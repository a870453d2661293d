import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SCRIPTS, SHEETS } from '@/scripts/build-assets'
import { changedWords, namesWord } from './changed-words'
import { changedSince, lastTag } from './commits'
import { type ImportGraph, importGraph, reachedFrom } from './import-graph'

/** `files`: paths in the repository. `words`: keys of messages. */
export type Changes = { files: readonly string[]; words: readonly string[] }

/** What has changed since a commit; by default since the last tag, and nothing if there is none. */
export function changesSince(commit: string | null = lastTag()): Changes {
  return commit === null ? { files: [], words: [] } : { files: changedSince(commit), words: changedWords(commit) }
}

type Route = { file: string; loaded: ReadonlySet<string> }

/**
 * The addresses of the pages whose own files, views, styles, scripts or words have changed: `/[locale]/verify`. What
 * more than half of the routes load is not counted: the rotation of the templates tests it.
 */
export async function touchedRoutes({ files, words }: Changes): Promise<string[]> {
  const changed = files.filter(isOfPages)
  if (changed.length === 0 && words.length === 0) return []
  const { graph, routes } = await loadRoutes()
  const isShared = (file: string) => routes.filter(({ loaded }) => loaded.has(file)).length > routes.length / 2
  const sources = [...graph.keys()].filter((file) => isOfPages(file) && /\.tsx?$/.test(file))
  const text = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]))
  const naming = (asset: string) => sources.filter((file) => text.get(file)?.includes(`'${asset}'`))
  const touched = [
    ...changed,
    ...touchedAssets(changed, graph)
      .map(naming)
      .flatMap((found) => (found.some(isShared) ? [] : found)),
    ...sources.filter((file) => namesWord(text.get(file) ?? '', words)),
  ].filter((file) => !isShared(file))
  return routes.filter((route) => touched.some((file) => belongsTo(route, file))).map(({ file }) => addressOf(file))
}

const isOfPages = (file: string) => /^(app|components)\//.test(file)

async function loadRoutes(): Promise<{ graph: ImportGraph; routes: Route[] }> {
  const files = readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => path.join('app/[locale]', file))
  const graph = await importGraph([...files, ...Object.values(SCRIPTS)])
  return { graph, routes: files.map((file) => ({ file, loaded: reachedFrom(file, graph) })) }
}

/** Whether a route loads a file, or the file stands beside it. */
function belongsTo({ file: route, loaded }: Route, file: string): boolean {
  return loaded.has(file) || path.dirname(file) === path.dirname(route)
}

/** The style sheets and scripts that contain one of the files, by the names that pages use. */
function touchedAssets(files: readonly string[], graph: ImportGraph): string[] {
  const sheets = Object.entries(SHEETS).filter(([, parts]) =>
    parts.some((part) => files.includes(`app/styles/${part}.css`)),
  )
  const scripts = Object.entries(SCRIPTS).filter(([, entry]) => {
    const loaded = reachedFrom(entry, graph)
    return files.some((file) => loaded.has(file))
  })
  return [...sheets, ...scripts].map(([name]) => name)
}

function addressOf(route: string): string {
  const [, ...folders] = path.dirname(route).split('/')
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`
}
