import 'server-only'
import type { Gap, PortableBody } from '@/domain/course/exchange/portable-question'
import { directionOf, type Locale } from '@/domain/locale'

const KINDS = { number: 'NUMERICAL', choice: 'MULTICHOICE' } as const

/** Moodle’s “embedded answers (cloze)”: the gaps stand in the paragraphs of the text, in braces with their key. */
export function clozeHtml({ paragraphs }: Extract<PortableBody, { type: 'cloze' }>, locale: Locale): string[] {
  const open = `<p lang="${locale}" dir="${directionOf(locale)}">`
  return paragraphs.map((parts) => {
    const set = parts.map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, asEntity) : gapText(part)))
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

/**
 * The characters with a meaning in a gap become entities, since Moodle shows a backslash before most of them. It reads
 * the entities first, then takes the result for HTML, and drops a backslash before `}` and `#`.
 */
function escaped(words: string): string {
  const html = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return html.replace(/\\(?=[}#])/g, '$&$&').replace(/[&\\{}#~"]/g, asEntity)
}

const asEntity = (character: string) => `&#${character.codePointAt(0)};`
