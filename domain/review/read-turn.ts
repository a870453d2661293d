import { z } from 'zod'

/** A turn of a question: how often it is asked, from 1. */
export type Turn = { cardId: string; turn: number }

const turnSchema = z.object({ cardId: z.uuid(), turn: z.coerce.number().int().positive().max(9999) })

/** The turn that a form or an address names; null if it names none. */
export function readTurn(named: { cardId: unknown; turn: unknown }): Turn | null {
  return turnSchema.safeParse(named).data ?? null
}
