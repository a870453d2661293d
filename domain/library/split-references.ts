export type TextPart = { text: string; reference: boolean }

// 448-1, 82-5-1, 27.14, 1-16-127; not 2019-2023 (a range of years reads right in Arabic) and not 10.000 (an amount).
const REFERENCE =
  /(?<![\d.,-])\d{1,4}(?:-\d{1,3})+(?![\d-])|(?<![\d.,])\d{2}\.\d{2}(?!\d|[.,]\d)|(?<![\d.,])\d\.\d{2}\.\d{2,3}(?!\d)/g

/** Cuts a sentence into plain parts and the numbers of provisions and laws. */
export function splitReferences(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(REFERENCE)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), reference: false })
    parts.push({ text: match[0], reference: true })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end), reference: false })
  return parts
}
