/** In bytes, of the uploaded file. A list of 5,000 people is well under half of it. */
export const LARGEST_LIST_BYTES = 4 * 1024 * 1024
/** In bytes, of the whole form with the file. The web server refuses a larger one before it is read. */
export const LARGEST_LIST_FORM_BYTES = 5 * 1024 * 1024
