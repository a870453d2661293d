import 'server-only'
import type { Gap, PortableBody } from '@/domain/course/exchange/portable-question'
import { directionOf, type Locale } from '@/domain/locale'

const KINDS = { number: 'NUMERICAL', choice: 'MULTICHOICE' } as const

/** Moodle’s “embedded answers (cloze)”: the gaps stand in the paragraphs of the text, in braces with their key. */
export function clozeHtml({ paragraphs }: Extract<PortableBody, { type: 'cloze' }>, locale: Locale): string[] {
  const open = `<p lang="${locale}" dir="${directionOf(locale)}">`
  return paragraphs.map((parts) => {
    const set = parts.map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, '\\$&') : gapText(part)))
    return `${open}${set.join('').trim()}</p>`
  })
}

function gapText({ kind, answers }: Gap): string {
  const set = answers.map(({ isRight, text, tolerance, feedback }) => {
    const margin = kind === 'number' ? `:${tolerance}` : ''
    return `${isRight ? '=' : '%0%'}${escaped(text)}${margin}#${escaped(feedback)}`
  })
  return `{1:${KINDS[kind]}:${set.join('~')}}`
}

/** The characters with a meaning in a gap get a backslash. The text is HTML. */
function escaped(words: string): string {
  return words
    .replace(/[\\}#~/"]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
