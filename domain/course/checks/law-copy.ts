import type { TextVersion } from '../../library/provision'
import { error, type LibraryCheck } from './finding'
import { placeIn } from './source'

/** The details about the copy of a law must agree with the wording: readers use them to judge how reliable it is. */
export const lawCopy: LibraryCheck = ({ provisions }) =>
  provisions.flatMap((source) =>
    (source.value?.versions ?? []).flatMap((version, index) =>
      'text' in version
        ? faultsOf(version).map(([key, message]) => error(placeIn(source, `versions.${index}.${key}`), message))
        : [],
    ),
  )

function faultsOf(version: TextVersion): [key: string, message: string][] {
  const { confidence, repairs = [], uncertainBreaks = [], collated, readAt } = version
  const words = [version.preamble?.ar ?? '', ...Object.values(version.text.ar)].join('\n')
  const faults: [string, string][] = []
  if (confidence === 'high' && repairs.length > 0) {
    faults.push(['confidence', 'letters of the copy were corrected: write “confidence: medium”'])
  }
  if (confidence === 'medium' && repairs.length === 0) {
    faults.push(['confidence', 'say under “repairs” which letters were corrected, or write “confidence: high”'])
  }
  for (const { given } of repairs.filter(({ given }) => !words.includes(given))) {
    faults.push(['repairs', `“${given}” does not stand in the Arabic wording: correct “given” or the wording`])
  }
  for (const id of uncertainBreaks.filter((id) => version.text.ar[id] === undefined)) {
    faults.push(['uncertainBreaks', `“${id}” is no paragraph of the Arabic wording: remove it`])
  }
  if (collated !== undefined && readAt !== null && collated < readAt) {
    faults.push(['collated', 'the text was compared before the copy was made: correct one of the two dates'])
  }
  return faults
}
