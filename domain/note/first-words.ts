/** The beginning of a text in one line, by whole characters. */
export function firstWords(text: string, length: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > length ? `${characters.slice(0, length).join('').trimEnd()}…` : characters.join('')
}
