import { DRAWINGS } from '../../text/marks'
import { type CourseCheck, error } from './finding'

const DRAWN = `${DRAWINGS.slice(0, -1)
  .map((name) => `:::${name}`)
  .join(', ')} and :::${DRAWINGS.at(-1)}`

/** Finds markup that the page would show as typed, or drop. */
export const supportedMarkup: CourseCheck = ({ unknown }) =>
  unknown.map((found) =>
    error(
      found,
      found.markup.startsWith('[')
        ? `“${found.markup}” stands apart from its words, so no reviewer would see it: write [words](address) where the link stands, and a note as a sentence`
        : `“${found.markup}” is not understood here: lessons use :cite, :ref, :def, ::law, ::quiz, :::note, :::case, :::care, :::flow, :::discuss, :::answer, :::video, ${DRAWN} (blocks between empty lines), questions :cite and :ref`,
    ),
  )
