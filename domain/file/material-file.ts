/** The file types of materials. The media type is the one with which the file is sent. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
} as const
export type FileType = keyof typeof FILE_TYPES

/** Why a file is refused. Each has its sentence in i18n/messages/*.json under `materials.problems`. */
export type FileProblem =
  | 'empty'
  | 'too-large'
  /** Its bytes match none of the types. */
  | 'type'
  | 'broken'
  /** It needs a password, or hides its content: nobody can check it. */
  | 'encrypted'
  | 'macros'
  /** A PDF that would run a script, start a program or send a form. */
  | 'active'
  /** A film, a sound or a three-dimensional object. */
  | 'media'
  /** An action of a PDF that is not on the list of harmless ones. */
  | 'action'
  /** It contains another file that could be run. */
  | 'embedded'
  /** It would load something from elsewhere when it is opened. */
  | 'external'
  /** Its unpacked size is far larger than that of any normal file. */
  | 'unpacked'
  | 'pixels'
  | 'infected'
  /** The scanner gave no answer. */
  | 'not-scanned'
  /** The store gave no answer. */
  | 'not-stored'

export const LARGEST_FILE_BYTES = 25 * 1024 * 1024
/** The limit of the whole form. It is larger, so that a file slightly too large still gets its own message. */
export const LARGEST_FILE_FORM_BYTES = 32 * 1024 * 1024
