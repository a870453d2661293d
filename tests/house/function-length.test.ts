import ts from 'typescript'
import { expect, it } from 'vitest'
import { filesIn } from './files-in'

const MOST_LINES = 60

/** The functions of a source that are longer than `MOST_LINES`, as `file:line lines`. */
function longFunctions(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line
      const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1
      if (lines > MOST_LINES) found.push(`${file}:${first + 1} ${lines}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('finds a function that is longer than a page', () => {
  const body = Array.from({ length: MOST_LINES }, (_, n) => `  use(${n})`).join('\n')

  expect(longFunctions('app/long.tsx', `export function long() {\n${body}\n}\n`)).toEqual([
    `app/long.tsx:1 ${MOST_LINES + 2}`,
  ])
  expect(longFunctions('app/short.tsx', 'export const short = () => <p />\n')).toEqual([])
})

it('keeps the functions of routes and of views short, so that each can be read at once', () => {
  const sources = filesIn(['app', 'components'], ['.ts', '.tsx'])

  expect(sources.length).toBeGreaterThan(800)
  expect(sources.flatMap(({ file, text }) => longFunctions(file, text))).toEqual([])
})
