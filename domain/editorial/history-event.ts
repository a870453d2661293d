import type { Locale } from '../locale'
import type { Area } from '../signoff/scope'
import type { ProposalState } from './proposal'

type By = { function: string; body: string }
/** An event of a text. `by`: null if only the files state it. `own`: the id of the reader's own valid signature. */
export type HistoryEvent = { at: Date; key: string; by: By | null } & (
  | { kind: 'signed'; language: Locale; area: Area; hash: string; counts: boolean; own: string | null }
  | { kind: 'withdrawn'; language: Locale; area: Area; reason: string }
  | { kind: 'proposed'; id: string; summary: string; state: ProposalState }
  | { kind: 'ledger'; language: Locale; area: Area; hash: string; counts: boolean; signer: string }
)
