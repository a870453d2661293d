import { KIND_SCRIPTS } from '@/components/ui/kinds/load-kinds'
import { assetPath } from '@/server/assets'

/** The addresses of the scripts of the kinds of question, for what loads them. */
export function kindScripts(): string {
  return JSON.stringify(Object.fromEntries(KIND_SCRIPTS.map((name) => [name, assetPath(name)])))
}
