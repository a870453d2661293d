import type { InstitutionKind } from '../auth/institution-kind'
import { MOST_COSIGNERS } from './paper'

/** Each has its words in i18n/messages/*.json under `cosign.states`. Only `accepted` puts an institution on a paper. */
export const COSIGNATURE_STATES = ['offered', 'accepted', 'declined', 'ended'] as const
export type CosignatureState = (typeof COSIGNATURE_STATES)[number]

/** The acts of the institution that was asked, and (`take-back`) of the one that asked. */
export const COSIGNATURE_ACTS = ['accept', 'decline', 'withdraw', 'take-back'] as const
export type CosignatureAct = (typeof COSIGNATURE_ACTS)[number]

/** The kinds of institutions that may be asked to sign with another one. */
export const COSIGNER_KINDS: readonly InstitutionKind[] = ['commission', 'partner']

const MOVES: Readonly<Record<CosignatureAct, { from: readonly CosignatureState[]; to: CosignatureState }>> = {
  accept: { from: ['offered'], to: 'accepted' },
  decline: { from: ['offered'], to: 'declined' },
  // It applies to later papers: those already issued keep the signature.
  withdraw: { from: ['accepted'], to: 'ended' },
  'take-back': { from: ['offered', 'accepted'], to: 'ended' },
}

/** The state after an act; null if the act is not open in this state. */
export function afterAct(state: CosignatureState, act: CosignatureAct): CosignatureState | null {
  return MOVES[act].from.includes(state) ? MOVES[act].to : null
}

export const isOpen = (state: CosignatureState) => state === 'offered' || state === 'accepted'

type Asked = { institutionId: string; state: CosignatureState }

/** Whether one more institution may be asked for a cohort, and if not, why. */
export function mayAsk(asked: readonly Asked[], institutionId: string): 'yes' | 'already' | 'full' {
  const open = asked.filter(({ state }) => isOpen(state))
  if (open.some((one) => one.institutionId === institutionId)) return 'already'
  return open.length < MOST_COSIGNERS ? 'yes' : 'full'
}
