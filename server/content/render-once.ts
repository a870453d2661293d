import 'server-only'
import type { ReactElement } from 'react'
import { memoize } from '@/domain/memoize'

type StaticRenderer = { renderToStaticMarkup: (element: ReactElement) => string }

/**
 * Enough for the unchanging HTML of six courses: bodies and questions in three languages, and the elements around
 * them.
 */
const LIMIT = 1000
/** Enough for the right answer to each question of six courses in three languages, and for frequent wrong ones. */
const VARIANTS = 1000

/** Renders an element without client components to HTML. */
export function renderToHtml(element: ReactElement): string {
  return renderer().renderToStaticMarkup(element)
}

/** The same, cached by key, for content that never changes (the body of a lesson of a release in one language). */
export const renderOnce = memoize((_: string, element: () => ReactElement) => inOnePiece(renderToHtml(element())), {
  key: (key) => key,
  limit: LIMIT,
})

/** The same with a cache of its own, for content with many rare variants: they do not displace what all readers see. */
export const renderVariant = memoize((_: string, element: () => ReactElement) => inOnePiece(renderToHtml(element())), {
  key: (key) => key,
  limit: VARIANTS,
})

/** React builds the text as a tree of thousands of strings, which takes more memory than the text itself. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}

// The server bundle of Next refuses an import of react-dom/server by name, since its own tree must not depend on it.
// Here it only turns a finished element into a string.
function renderer(): StaticRenderer {
  return fromNode<StaticRenderer>('react-dom/server')
}

/** Loads a package with the loader of Node. The React in Next's bundle has no classes, hooks or renderer. */
export function fromNode<T>(name: string): T {
  load ??= process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/package.json`)
  return load(name) as T
}

let load: NodeJS.Require | undefined
