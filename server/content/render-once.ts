import 'server-only'
import type { ReactElement } from 'react'
import { memoize } from '@/domain/memoize'

type StaticRenderer = { renderToStaticMarkup: (element: ReactElement) => string }

/** Room for what never changes of five courses: bodies and questions in three languages, and the frames around them. */
const LIMIT = 1000

/** Renders an element that holds no client component to HTML. */
export function renderToHtml(element: ReactElement): string {
  return renderer().renderToStaticMarkup(element)
}

/** The same, once per key: for what never changes (a lesson's body of a release in a language). */
export const renderOnce = memoize((_: string, element: () => ReactElement) => inOnePiece(renderToHtml(element())), {
  key: (key) => key,
  limit: LIMIT,
})

/** React's text is a tree of thousands of pieces: kept so, they weigh more than what they say. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}

// Next's server bundle refuses an import of react-dom/server by name, since its own tree must not depend on it. Here it is
// a tool that turns a finished element into a string.
function renderer(): StaticRenderer {
  return fromNode<StaticRenderer>('react-dom/server')
}

/** A package from Node's own loader. Next's bundle has a React without classes, hooks and renderer. */
export function fromNode<T>(name: string): T {
  load ??= process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/package.json`)
  return load(name) as T
}

let load: NodeJS.Require | undefined
