import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const METHODS = /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

/** Every route of the site as its files name them: `GET /[locale]/courses/[course]`. */
export function routes(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .flatMap((file) => methodsOf(path.join('app', file)).map((method) => `${method} ${addressOf(file)}`))
    .sort()
}

function methodsOf(file: string): string[] {
  if (path.basename(file).startsWith('page.')) return ['GET']
  return [...readFileSync(file, 'utf8').matchAll(METHODS)].map((match) => match[1] ?? '')
}

function addressOf(file: string): string {
  const folders = path.dirname(file).split('/')
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`
}
