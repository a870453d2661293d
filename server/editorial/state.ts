import 'server-only'

// What the pages of a text are given. The rows stay in the room of the database.
export type { TextState } from '../db/editorial-texts'
export type { ThreadRow } from '../db/editorial-threads'
