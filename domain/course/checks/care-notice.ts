import { type CourseCheck, error } from './finding'
import { placeIn } from './source'

/**
 * A lesson marked as sensitive must announce its hard passages, and one that announces any must be marked as sensitive.
 */
export const careNotice: CourseCheck = ({ lessons }) =>
  lessons.flatMap(({ file, prose }) => {
    const announced = Object.values(prose).some(({ skips }) => skips.length > 0)
    if (!file.value || file.value.sensitive === announced) return []
    const message = announced
      ? 'the text announces a hard passage: write “sensitive: true”'
      : 'no text announces the hard passage: place :::care before it, with the section to skip to'
    return [error(placeIn(file, 'sensitive'), message)]
  })
