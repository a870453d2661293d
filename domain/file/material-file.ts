/** What a material may be. The media type is the one under which it is sent. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
} as const
export type FileType = keyof typeof FILE_TYPES

/** Why a file is not kept. Each has its sentence in i18n/messages/*.json under `materials.problems`. */
export type FileProblem =
  | 'empty'
  | 'too-large'
  /** Its bytes are of none of the types. */
  | 'type'
  | 'broken'
  /** It needs a password, or hides its content: nobody can check it. */
  | 'encrypted'
  | 'macros'
  /** A PDF that would run a script, start a program or send a form. */
  | 'active'
  /** It holds another file that could be started. */
  | 'embedded'
  /** It would load something from elsewhere when it is opened. */
  | 'external'
  /** Unpacked it is far larger than any honest file. */
  | 'unpacked'
  | 'pixels'
  | 'infected'
  /** The scanner gave no answer. */
  | 'not-scanned'
  /** The store gave no answer. */
  | 'not-stored'

export const LARGEST_FILE_BYTES = 25 * 1024 * 1024
/** Of the whole form with the file, so that a file that is a little too large gets its sentence. */
export const LARGEST_FILE_FORM_BYTES = 32 * 1024 * 1024
