import 'server-only'

// The types that the pages of a text need, so that no page imports from the database folder.
export type { TextState } from '../db/editorial/editorial-texts'
export type { ThreadRow } from '../db/editorial/editorial-threads'
