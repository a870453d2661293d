/** Why a file is no logo. Each has its sentence in i18n/messages/*.json under `face.logoProblems`. */
export type LogoProblem =
  | 'type'
  | 'too-large'
  /** Too many pixels. */
  | 'pixels'
  | 'small'
  /** Much longer than high, or the reverse. */
  | 'shape'
  | 'broken'
  /** An SVG that holds more than shapes. */
  | 'not-allowed'
  /** An SVG that does not say how large it is. */
  | 'size'
  /** The paper cannot be set with it. */
  | 'unprintable'

export const LARGEST_LOGO_BYTES = 200_000
/** Of the whole form with the file, so that a file that is a little too large gets its sentence. */
export const LARGEST_FACE_FORM_BYTES = 2 * 1024 * 1024
