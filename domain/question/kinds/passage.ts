/** A piece of a passage: words, or the place of a span or of a blank, by its id. */
export type PassagePart = { text: string; slot?: undefined } | { slot: string; text?: undefined }

const SLOT = /\{([a-z0-9]+(?:-[a-z0-9]+)*)\}/

/** The paragraphs of a passage, separated by empty lines. A place is written in braces: `{a}`. */
export function passageParts(source: string): PassagePart[][] {
  const paragraphs = source.trim().split(/\n[^\S\n]*\n\s*/)
  // A split on one capturing group leaves the ids at the odd indexes.
  return paragraphs.map((paragraph) =>
    paragraph.split(SLOT).flatMap((piece, index): PassagePart[] => {
      if (index % 2 === 1) return [{ slot: piece }]
      return piece === '' ? [] : [{ text: piece }]
    }),
  )
}

/** The ids of the places of a passage, in reading order. */
export function slotsIn(source: string): string[] {
  return passageParts(source).flatMap((parts) => parts.flatMap(({ slot }) => slot ?? []))
}
