import ts from 'typescript'
import type { SourceFile } from './files-in'

/** Attributes whose value a person reads or hears. */
const SPOKEN = /^(alt|title|label|placeholder|aria-(label|description|roledescription|valuetext|placeholder))$/

const JOINS = [
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]

/** The untranslated texts in a component, as `file:line words`. */
export function literalTexts({ file, text }: SourceFile): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    for (const words of wordsOf(node)) {
      const said = words.getText(source).trim()
      if (!/\p{L}/u.test(withoutEntities(said))) continue
      found.push(`${file}:${source.getLineAndCharacterOfPosition(words.getStart(source)).line + 1} ${said}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function wordsOf(node: ts.Node): ts.Node[] {
  if (ts.isJsxText(node)) return [node]
  if (ts.isJsxAttribute(node)) return SPOKEN.test(node.name.getText()) ? literalsOf(node.initializer) : []
  const isChild = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)
  return isChild ? literalsOf(node.expression) : []
}

/** The literals that an expression may evaluate to. */
function literalsOf(node: ts.Node | undefined): ts.Node[] {
  if (!node) return []
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node]
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node))
    return JOINS.includes(node.operatorToken.kind) ? [node.left, node.right].flatMap(literalsOf) : []
  const inner = ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) ? node.expression : undefined
  return literalsOf(inner)
}

/** `&nbsp;` and `\u00A0` are not words. */
function withoutEntities(words: string): string {
  return words.replace(/&[a-z]+;|\\u[0-9A-F]{4}/gi, '')
}
