import type { SourceFile } from './files-in'

// Four values of which the second and the fourth (right and left) differ.
const LOPSIDED = /(?:margin|padding|inset)\s*:\s*(?!(\S+)\s+(\S+)\s+\S+\s+\2\s*[;}])\S+\s+\S+\s+\S+\s+[^\s;}]+\s*[;}]/
const STYLESHEET = [/(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?(?![\w])/, LOPSIDED]

const CLASS = String.raw`["'\`\s]-?(?:[mp][lr]-[\w[]|(?:text|float|clear|origin)-(?:left|right)\b|(?:left|right)-(?:\d|px|auto|full|\[)|(?:rounded|border)-[tb]?[lr]\b)`
const COMPONENT = [
  new RegExp(CLASS),
  /\b(?:margin|padding|border|scrollMargin|scrollPadding)(?:Top|Bottom)?(?:Left|Right)\b/,
  /style=\{\{[^}]*\b(?:left|right)\b/,
  /\.style\.(?:left|right)\b/,
]

/** Lines that name a physical side where the page's direction should decide, as `file:line text`. */
export function physicalSides({ file, text }: SourceFile): string[] {
  const rules = file.endsWith('.css') ? STYLESHEET : COMPONENT
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) => (rules.some((rule) => rule.test(line)) ? [`${file}:${index + 1} ${line.trim()}`] : []))
}

/** Blanks comments but keeps their lines, so that line numbers stay the same. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/^\s*\/\/.*$/gm, '')
}
