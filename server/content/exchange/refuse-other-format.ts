import 'server-only'
import type { Format } from './formats'

const LOOKS_LIKE_XML = /^\uFEFF?\s*<(\?xml|!doctype|!--|quiz)/i
const BEGINS_WITH_A_TAG = /^\uFEFF?\s*</
/** A title, a category, a comment, or a brace that opens answers. */
const LOOKS_LIKE_GIFT = /^\uFEFF?(::|\$CATEGORY:|\/\/)|\{\s*([=~#}]|T|F)/m

/** Passes on the text of a file. @throws {Error} if its beginning shows that it is a file of the other format */
export function* refuseOtherFormat(chunks: Iterable<string>, format: Format): Generator<string> {
  let isFirst = true
  for (const chunk of chunks) {
    if (isFirst && format === 'gift' && LOOKS_LIKE_XML.test(chunk))
      throw new Error('this is XML, not GIFT: leave out --format gift')
    if (isFirst && format === 'moodle' && !BEGINS_WITH_A_TAG.test(chunk) && LOOKS_LIKE_GIFT.test(chunk))
      throw new Error('this is GIFT, not XML: add --format gift')
    isFirst = false
    yield chunk
  }
}
