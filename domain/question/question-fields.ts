import { formWith } from './kinds/forms'
import { MOVE } from './kinds/move'

/** A field of a question's form, with its value. */
export type QuestionField = { name: string; value: string }

const OWN = new Set(['attempt', 'go', 'certainty', 'flagged', 'card', 'turn', MOVE])
/** Limits that no real question reaches. */
const MOST = 60
const LONGEST = 60

/**
 * The fields of a question's form among the posted fields; null if there are none, or more than a question can have.
 */
export function questionFields(form: Iterable<readonly [string, unknown]>): QuestionField[] | null {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && isOwn(name) ? [{ name, value }] : [],
  )
  const fits = fields.length > 0 && fields.length <= MOST
  return fits && fields.every(({ name, value }) => name.length <= LONGEST && value.length <= LONGEST) ? fields : null
}

function isOwn(name: string): boolean {
  return OWN.has(name) || formWith([name]) !== undefined
}
