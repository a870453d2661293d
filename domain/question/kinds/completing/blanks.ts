/** The blanks of a passage, with the choices of each in their order. */
export function blanksOf<Option extends { blank: string }>({ options }: { options: readonly Option[] }) {
  const ids = [...new Set(options.map(({ blank }) => blank))]
  return ids.map((id) => ({ id, options: options.filter(({ blank }) => blank === id) }))
}
