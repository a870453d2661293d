const NARROW = '\u202F'
const NO_BREAK = '\u00A0'

/**
 * French spacing: narrow no-break space before `; ! ?`, no-break space before `: %` and inside guillemets, after `n°`,
 * and between « article » and its number, a number and its unit, the thousands of a number. It is idempotent.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/[ \u00A0\u202F]+([;!?])/g, `${NARROW}$1`)
    .replace(/[ \u00A0\u202F]+([:%»])/g, `${NO_BREAK}$1`)
    .replace(/«[ \u00A0\u202F]+/g, `«${NO_BREAK}`)
    .replace(/\b(n°|nos|art\.|articles?|alinéas?)[ \u00A0]+(?=\d)/gi, `$1${NO_BREAK}`)
    .replace(/(?<!\d)(\d{1,3}) (?=\d{3}(?![\d-]))/g, `$1${NARROW}`)
    .replace(/(\d)[ \u00A0\u202F]+(h|min|kB|ko|Mo)\b/g, `$1${NO_BREAK}$2`)
    .replace(/(\d\u00A0h)[ \u00A0\u202F]+(?=\d)/g, `$1${NO_BREAK}`)
}

/** Applies the typography of a language to texts that authors write with plain spaces. */
export function typeset(text: string, locale: string): string {
  return locale === 'fr' ? frenchSpaces(text) : text
}

/** Capitalises a heading made of words that begin in lower case inside a sentence. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
