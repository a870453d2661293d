import type { Locale } from '../locale'
import type { ProposalState } from './proposal'
import type { Area } from './scope'

type By = { function: string; body: string }
/** What has happened to a text. `by`: null for what the files say alone. `own`: the id of a signature of hers that stands. */
export type HistoryEvent = { at: Date; key: string; by: By | null } & (
  | { kind: 'signed'; language: Locale; area: Area; hash: string; counts: boolean; own: string | null }
  | { kind: 'withdrawn'; language: Locale; area: Area; reason: string }
  | { kind: 'proposed'; id: string; summary: string; state: ProposalState }
  | { kind: 'ledger'; language: Locale; area: Area; hash: string; counts: boolean; signer: string }
)
