/** Why a file is refused as a logo. Each has its sentence in i18n/messages/*.json under `face.logoProblems`. */
export type LogoProblem =
  | 'type'
  | 'too-large'
  /** Too many pixels. */
  | 'pixels'
  | 'small'
  /** Much longer than high, or the reverse. */
  | 'shape'
  | 'broken'
  /** An SVG that contains more than shapes. */
  | 'not-allowed'
  /** An SVG that does not state its size. */
  | 'size'
  /** A paper cannot be typeset with it. */
  | 'unprintable'

export const LARGEST_LOGO_BYTES = 200_000
/** The limit of the whole form. It is larger, so that a file slightly too large still gets its own message. */
export const LARGEST_FACE_FORM_BYTES = 2 * 1024 * 1024
