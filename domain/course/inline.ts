export type InlinePart =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'ref'; text: string }
  | { kind: 'cite'; text: string; cite: string }

const MARKUP = /:cite\[([^\]]+)\]\{id="([^"]+)"\}|:ref\[([^\]]+)\]|\*\*([^*]+)\*\*/g

/** Reads the little markup that a question's texts may hold: `:cite[words]{id="…"}`, `:ref[448-1]`, `**strong**`. */
export function parseInline(source: string): InlinePart[] {
  const parts: InlinePart[] = []
  let end = 0
  for (const match of source.matchAll(MARKUP)) {
    if (match.index > end) parts.push({ kind: 'text', text: source.slice(end, match.index) })
    const [, words, cite, ref, strong] = match
    if (words !== undefined && cite !== undefined) parts.push({ kind: 'cite', text: words, cite })
    else if (ref !== undefined) parts.push({ kind: 'ref', text: ref })
    else parts.push({ kind: 'strong', text: strong ?? '' })
    end = match.index + match[0].length
  }
  if (end < source.length) parts.push({ kind: 'text', text: source.slice(end) })
  return parts
}
