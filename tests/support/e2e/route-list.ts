import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const METHOD = /\b(GET|POST|PUT|PATCH|DELETE)\b/g
/** `export const GET = …`, `export const { GET, POST } = …` or `export async function GET(…`. */
const EXPORTS = /^export (?:(?:async )?function \w+|const \w+|const \{[^}]*\})/gm

/** Every route of the site, as its folders name it: `GET /[locale]/courses/[course]`. */
export function routes(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .flatMap((file) => methodsOf(path.join('app', file)).map((method) => `${method} ${addressOf(file)}`))
    .sort()
}

function methodsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(EXPORTS)].flatMap(([names]) => names.match(METHOD) ?? [])
}

function addressOf(file: string): string {
  const folders = path.dirname(file).split('/')
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`
}
