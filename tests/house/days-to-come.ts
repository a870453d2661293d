import ts from 'typescript'

// In a test that reads the clock, a written day must have passed for good, or must never come. Both limits are fixed: a
// limit that moved with the clock would one day refuse a test that nobody has touched.
const PASSED_BEFORE = '2026-12-02'
const NEVER_BEFORE = '2090-01-01'

const DAY = /^20\d\d-\d\d(?:-\d\d)?/
const TEST = /^(?:it|test)\b/
const HOOK = /^(?:before|after)(?:Each|All)$/
const OWN_CLOCK = /\b(?:useFakeTimers|setSystemTime)\b/

type Facts = { readsClock: boolean; days: string[]; names: Set<string> }
type Declared = { name: string; facts: Facts; scope: ts.Node }

/**
 * The days to come that are written in tests which read the clock, with the line of each test. A test reads it itself,
 * through a name that its file declares, or through a handler of a route. A file that sets its own clock has none.
 */
export function daysToCome(text: string): string[] {
  if (OWN_CLOCK.test(text) || !mayNameOne(text)) return []
  const file = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true)
  const { declared, tests } = readFile(file)
  return tests.flatMap((test) => {
    const seen = declared.filter(({ scope }) => scope.pos <= test.pos && test.end <= scope.end)
    const { readsClock, days } = withDeclared(factsOf(test), seen)
    const line = file.getLineAndCharacterOfPosition(test.getStart()).line + 1
    return readsClock ? [...new Set(days)].map((day) => `${line}: ${day}`) : []
  })
}

/** Cheap: most files need not be parsed. */
const mayNameOne = (text: string) =>
  (text.match(/\b20\d\d(?:-\d\d(?:-\d\d)?|,)/g) ?? []).some((day) => day.endsWith(',') || isToCome(day))

const isToCome = (day: string) => day >= PASSED_BEFORE && day < NEVER_BEFORE

/** The facts of each name that the file declares or imports, and its tests and hooks. */
function readFile(file: ts.SourceFile) {
  const declared: Declared[] = []
  const tests: ts.Node[] = []
  const visit = (node: ts.Node, scope: ts.Node): void => {
    const declare = (name: string, facts: Facts) => declared.push({ name, facts, scope })
    if (isTest(node)) tests.push(node)
    else if (ts.isImportDeclaration(node)) for (const name of handlersIn(node)) declare(name, HANDLER)
    else {
      if (ts.isVariableDeclaration(node)) for (const name of namesIn(node.name)) declare(name, factsOf(node))
      if (ts.isFunctionDeclaration(node) && node.name) declare(node.name.text, factsOf(node))
      ts.forEachChild(node, (part) => visit(part, ts.isBlock(node) ? node : scope))
    }
  }
  visit(file, file)
  return { declared, tests }
}

/** A handler is given no time: it reads the clock. */
const HANDLER: Facts = { readsClock: true, days: [], names: new Set() }

function isTest(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false
  const name = node.expression.getText()
  return TEST.test(name) || HOOK.test(name)
}

function handlersIn({ moduleSpecifier, importClause }: ts.ImportDeclaration): string[] {
  const named = importClause?.namedBindings
  const isRoute = /^['"]@\/app\/.*\/route['"]$/.test(moduleSpecifier.getText())
  return isRoute && named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : []
}

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((one) => (ts.isBindingElement(one) ? namesIn(one.name) : []))

/** What a part of a file says itself, without the tests in it. */
function factsOf(part: ts.Node): Facts {
  const facts: Facts = { readsClock: false, days: [], names: new Set() }
  const visit = (node: ts.Node): void => {
    if (node !== part && isTest(node)) return
    const day = dayIn(node)
    if (day !== undefined && isToCome(day)) facts.days.push(day)
    if (isClock(node)) facts.readsClock = true
    if (ts.isIdentifier(node) && !isField(node)) facts.names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(part)
  return facts
}

/** The day at the start of a text, or the month of `new Date(2027, 0)` and of `Date.UTC(2027, 0)`. */
function dayIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return DAY.exec(node.text)?.[0]
  if (!(ts.isNewExpression(node) || ts.isCallExpression(node))) return undefined
  const [year, month] = node.arguments ?? []
  if (!/^Date(?:\.UTC)?$/.test(node.expression.getText()) || !year || !ts.isNumericLiteral(year)) return undefined
  return month && ts.isNumericLiteral(month)
    ? `${year.text}-${String(Number(month.text) + 1).padStart(2, '0')}`
    : year.text
}

const isClock = (node: ts.Node) =>
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && node.arguments?.length === 0) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'Date.now')

/** The name of a field is no use of a variable of that name. */
const isField = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) || ts.isPropertyAssignment(node.parent)) && node.parent.name === node

/** Adds what is declared under the names that a part uses, and so on. */
function withDeclared(facts: Facts, declared: readonly Declared[]): Facts {
  const used = declared.filter(({ name }) => facts.names.has(name))
  const rest = declared.filter((one) => !used.includes(one))
  return used.length === 0 ? facts : withDeclared(together([facts, ...used.map((one) => one.facts)]), rest)
}

const together = (all: readonly Facts[]): Facts => ({
  readsClock: all.some(({ readsClock }) => readsClock),
  days: all.flatMap(({ days }) => days),
  names: new Set(all.flatMap(({ names }) => [...names])),
})
