/** The characters that Markdown would read as marks, anywhere and at the beginning of a line. */
const MARKS = /[\\`*_[\]<>&~|]/g
const AT_LINE_START = /^(\s*)([#+=-]|\d+(?=[.)]))/gm
/** A tab is as wide as four spaces. */
const TAB = 4
const NO_BREAK_SPACE = '\u00a0'

/**
 * A text that a reader of Markdown shows as it was typed, line by line. Its indents become no-break spaces: with
 * others, Markdown would show a line as code, including the backslashes that escape its marks.
 */
export function plainInMarkdown(text: string): string {
  return text
    .replace(/^[^\S\n]+$/gm, '')
    .replace(/^[ \t]+/gm, (indent) => NO_BREAK_SPACE.repeat(indent.replaceAll('\t', ' '.repeat(TAB)).length))
    .replace(MARKS, (mark) => `\\${mark}`)
    .replace(AT_LINE_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(/(?<=[^\n])\n(?=[^\n])/g, '\\\n')
}
