import 'server-only'

/** The formats of Moodle in which banks are exchanged. */
export const FORMATS = ['moodle', 'gift'] as const
export type Format = (typeof FORMATS)[number]
