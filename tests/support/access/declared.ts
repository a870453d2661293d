import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type RouteFile, routeFiles } from '../e2e/route-list'
import type { Access, Method, ReaderRow, StaffRoute, State } from './access'

/** A route with what the file `access.ts` beside it says, or null if there is none. */
export type Declared = RouteFile & { accessFile: string; access: Access | null }
/** A state, with the address of the route that declares it. */
export type Template = State & { route: string }
type Row = ReaderRow | StaffRoute

export const DECLARED: readonly Declared[] = await Promise.all(routeFiles().map(read))

async function read(route: RouteFile): Promise<Declared> {
  const accessFile = path.join(path.dirname(route.file), 'access.ts')
  if (!existsSync(accessFile)) return { ...route, accessFile, access: null }
  const { access } = (await import(pathToFileURL(path.resolve(accessFile)).href)) as { access: Access }
  return { ...route, accessFile, access }
}

/** The methods that a declaration has a row for. */
export function rowsOf({ GET, POST, PUT, PATCH, DELETE }: Access): [Method, Row][] {
  const rows = Object.entries({ GET, POST, PUT, PATCH, DELETE }) as [Method, Row | undefined][]
  return rows.filter((row): row is [Method, Row] => row[1] !== undefined)
}

/** The states of a route by their names. */
export function statesOf(access: Access | null): Readonly<Record<string, State>> {
  return typeof access?.states === 'object' ? access.states : {}
}

const ROWS = DECLARED.flatMap(({ address, access }) =>
  access ? rowsOf(access).map(([method, row]) => [`${method} ${address}`, row] as const) : [],
)

const isOfStaff = (row: Row): row is StaffRoute => 'asks' in row

/** The rows by method and address: `GET /[locale]/courses/[course]`. */
export const STAFF_ROUTES: Readonly<Record<string, StaffRoute>> = Object.fromEntries(
  ROWS.flatMap(([route, row]) => (isOfStaff(row) ? [[route, row]] : [])),
)
export const READER_ROUTES: Readonly<Record<string, ReaderRow>> = Object.fromEntries(
  ROWS.flatMap(([route, row]) => (isOfStaff(row) ? [] : [[route, row]])),
)

/** Every page of the site, in the states that look different. */
export const TEMPLATES: Readonly<Record<string, Template>> = Object.fromEntries(
  DECLARED.flatMap(({ address, access }) =>
    Object.entries(statesOf(access)).map(([name, state]) => [name, { ...state, route: address }]),
  ),
)
