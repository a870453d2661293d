import 'server-only'
import { type Board, boardOf } from '@/domain/editorial/board'
import { type Area, mayReadText } from '@/domain/signoff/scope'
import type { Permit } from '../auth/permit'
import { sql } from '../db/client'
import { findSignatures } from '../db/editorial/editorial-signatures'
import { scopeOf } from './queue'
import { editorialTexts } from './texts'

/** The progress of the texts in a reviewer's scope; for a platform administrator who does not review, of all texts. */
export async function reviewBoard(
  { actor }: Permit<'editorial:read'>,
  wanted: Area | null,
): Promise<Board & { area: Area; areas: readonly Area[] }> {
  const scope = await scopeOf(actor)
  const area = wanted && scope.areas.includes(wanted) ? wanted : (scope.areas[0] ?? 'legal')
  const [{ list }, signatures] = await Promise.all([editorialTexts(), findSignatures(sql())])
  const texts = list.filter(({ key }) => mayReadText(scope, key))
  return { ...boardOf(texts, signatures, { area, accountId: actor.accountId }), area, areas: scope.areas }
}
