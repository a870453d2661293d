import ts from 'typescript'
import type { SourceFile } from './files-in'

/** Where a mechanism may be used: nowhere, in one file, or in the files under a folder. */
type Allowed = 'nowhere' | 'one file' | { folder: string }

/**
 * Mechanisms that rest on internals of our packages. An upgrade may break them, so they are forbidden or limited to one
 * place.
 */
const RULES = {
  'an import of react-dom': 'one file',
  'an import of next/dist': 'nowhere',
  'an unstable_ name': 'nowhere',
  globalThis: 'one file',
  "'use client'": 'nowhere',
  "'use server'": 'nowhere',
  'a patched ServerResponse': { folder: 'server/http/' },
} as const satisfies Record<string, Allowed>
type Rule = keyof typeof RULES
type Use = { rule: Rule; file: string; line: number }

const METHODS =
  /^(writeHead|writeContinue|writeEarlyHints|write|end|setHeaders?|appendHeader|removeHeader|getHeaders?|flushHeaders|statusCode)$/

/** The forbidden uses in the files, as `file:line rule`. */
export function refusedIn(files: readonly SourceFile[]): string[] {
  const uses = files.flatMap(usesIn)
  return uses.filter((use) => !mayStand(use, uses)).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

function mayStand({ rule, file }: Use, uses: readonly Use[]): boolean {
  const allowed: Allowed = RULES[rule]
  if (allowed === 'nowhere') return false
  if (allowed === 'one file') return uses.every((other) => other.rule !== rule || other.file === file)
  return file.startsWith(allowed.folder)
}

function usesIn({ file, text }: SourceFile): Use[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Use[] = []
  const visit = (node: ts.Node) => {
    const rule = ruleOf(node)
    if (rule) found.push({ rule, file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function ruleOf(node: ts.Node): Rule | null {
  if (ts.isStringLiteralLike(node)) return ofString(node)
  if (ts.isIdentifier(node)) {
    if (node.text === 'globalThis') return 'globalThis'
    return node.text.startsWith('unstable_') ? 'an unstable_ name' : null
  }
  if (ts.isBinaryExpression(node)) return isAssignment(node) && isMethod(node.left) ? 'a patched ServerResponse' : null
  return ts.isCallExpression(node) && patches(node) ? 'a patched ServerResponse' : null
}

function ofString(node: ts.StringLiteralLike): Rule | null {
  if (ts.isExpressionStatement(node.parent)) {
    if (node.text === 'use client') return "'use client'"
    return node.text === 'use server' ? "'use server'" : null
  }
  if (node.text.startsWith('unstable_')) return 'an unstable_ name'
  if (!isSpecifier(node)) return null
  if (/^react-dom(\/|$)/.test(node.text)) return 'an import of react-dom'
  return /(^|\/)next\/dist(\/|$)/.test(node.text) ? 'an import of next/dist' : null
}

/**
 * Whether a string names a module: in an import, in `import()`, `require()` or `require.resolve()`, or in the type
 * `import()`.
 */
function isSpecifier(node: ts.StringLiteralLike): boolean {
  const { parent } = node
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExternalModuleReference(parent))
    return true
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent)
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false
  return (
    parent.expression.kind === ts.SyntaxKind.ImportKeyword || /\b(require|resolve)$/.test(parent.expression.getText())
  )
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

/** A method on the left side of an assignment. Setting `statusCode` is allowed, as the property exists for that. */
function isMethod(node: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : ''
  return name !== 'statusCode' && METHODS.test(name)
}

/** `Object.defineProperty(response, 'end', …)` and `Object.assign(response, { end })`. */
function patches({ expression, arguments: given }: ts.CallExpression): boolean {
  const called = expression.getText()
  const [, second] = given
  if (!second) return false
  if (/^(Object|Reflect)\.(defineProperty|set)$/.test(called))
    return ts.isStringLiteralLike(second) && METHODS.test(second.text)
  if (!/^Object\.(assign|defineProperties)$/.test(called)) return false
  return (
    ts.isObjectLiteralExpression(second) && second.properties.some(({ name }) => METHODS.test(name?.getText() ?? ''))
  )
}
