const line = (from: string, to: string) => `${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]`
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Texts within the limits of their forms that would stop a server that parsed them itself. */
export const HEAVY_TEXTS = {
  /** 80 kB: the parser takes time that grows with the square of their number. */
  brackets: '[a]('.repeat(20_000),
  /** The parser fails at this depth. */
  quotes: `${'> '.repeat(20_000)}fin`,
  lists: `- ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
  /** 300 bytes that unfold to 43 million values. */
  aliases: `a: &a [x, x, x, x, x, x, x, x, x]\n${NAMES.slice(1)
    .map((to, place) => line(NAMES[place] ?? '', to))
    .join('\n')}\n`,
} as const
