import { KIND_SCRIPTS, type KindScript } from '@/components/question/kinds/load-kinds'
import type { QuestionKind } from '@/domain/question/question'
import { assetPath } from '@/server/assets'

const SCRIPT_OF: Partial<Record<QuestionKind, KindScript>> = {
  ordering: 'order.js',
  ranking: 'rank.js',
  computing: 'number.js',
}

/**
 * The scripts that questions of these kinds need, each once. `now`: the scripts that rearrange the page, which loads
 * them itself. `later`: those that the page's own script loads when they are needed.
 */
export function kindScripts(kinds: readonly QuestionKind[]): { now: KindScript[]; later: KindScript[] } {
  const needed = KIND_SCRIPTS.filter((name) => kinds.some((kind) => SCRIPT_OF[kind] === name))
  return {
    now: needed.filter((name) => name !== 'number.js'),
    later: needed.filter((name) => name === 'number.js'),
  }
}

/** The addresses of scripts by name, as `loadKinds` reads them; undefined for none. */
export function scriptAddresses(names: readonly KindScript[]): string | undefined {
  if (names.length === 0) return undefined
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, assetPath(name)])))
}
