import { error, type LibraryCheck } from './finding'
import { placeIn } from './source'

/** A card has no wording, so it says where its text can be read, or who has it. */
export const lawAddress: LibraryCheck = ({ provisions }) =>
  provisions.flatMap((source) =>
    (source.value?.versions ?? []).flatMap((version, index) =>
      'text' in version || version.url || version.askAt
        ? []
        : [
            error(
              placeIn(source, `versions.${index}`),
              'neither the wording nor where to read it: quote the text, or add “url”, or “askAt” with the institution that has it',
            ),
          ],
    ),
  )
