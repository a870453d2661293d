import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file `route.ts(x)`, its methods, and its address as its folders name it: `/[locale]/courses/[course]`. */
export type RouteFile = { file: string; methods: readonly string[]; address: string }

const METHOD = /\b(GET|POST|PUT|PATCH|DELETE)\b/g
/** `export const GET = …`, `export const { GET, POST } = …` or `export async function GET(…`. */
const EXPORTS = /^export (?:(?:async )?function \w+|const \w+|const \{[^}]*\})/gm

export function routeFiles(): RouteFile[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => ({
      file: path.join('app', file),
      methods: methodsOf(path.join('app', file)),
      address: addressOf(file),
    }))
}

/** Every route of the site: `GET /[locale]/courses/[course]`. */
export function routes(): string[] {
  return routeFiles()
    .flatMap(({ methods, address }) => methods.map((method) => `${method} ${address}`))
    .sort()
}

function methodsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(EXPORTS)].flatMap(([names]) => names.match(METHOD) ?? [])
}

function addressOf(file: string): string {
  const folders = path.dirname(file).split('/')
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`
}
