import { type CourseCheck, error } from './finding'

/** Finds markup that the page would show as typed, or drop. */
export const supportedMarkup: CourseCheck = ({ unknown }) =>
  unknown.map((found) =>
    error(
      found,
      `“${found.markup}” is not understood here: lessons use :cite, :ref, :def, ::law, ::quiz, :::note, :::case, :::care, :::flow and :::discuss (blocks between empty lines), questions :cite and :ref`,
    ),
  )
