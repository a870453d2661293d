import { z } from 'zod'
import { MOVE, movedOption } from '../question/kinds/move'

/** The next page: a position or the check page. */
const goSchema = z.string().regex(/^(\d{1,3}|check)$/)

/**
 * The page that the pressed button names. A button that moves an option of an order names none: the same
 * question is shown again, at the moved option. Null if the fields name no page.
 *
 * @param position of the question that was sent.
 */
export function readGo(fields: readonly (readonly [string, unknown])[], position: number): string | null {
  const field = (name: string) => fields.find(([key]) => key === name)?.[1]
  const go = field('go')
  if (go !== undefined) return goSchema.safeParse(go).data ?? null
  const move = field(MOVE)
  return move === undefined ? null : `${position}#question-${movedOption(move) ?? 'hint'}`
}
