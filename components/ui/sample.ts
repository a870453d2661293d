import type { ReactElement } from 'react'

/** A component by name, in all its states. */
export type Sample = { name: string; states: readonly ReactElement[] }

/** Where the links of a sample lead. */
export const HERE = '?'
