import { type CourseCheck, error } from './finding'

/** Each image needs a text that says what it shows. */
export const imageText: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.images))
    .filter(({ alt }) => alt.trim() === '')
    .map((image) =>
      error(image, `the image “${image.src}” has no alternative text: write ![what it shows](${image.src})`),
    )
