import { lookUp } from '../../library/library'
import { error, type Found, type LibraryCheck } from './finding'
import { type ProvisionSource, placeIn } from './source'

/**
 * A provision's file must be in its instrument's folder under its id, and its versions must follow each other in time.
 */
export const lawFiles: LibraryCheck = ({ provisions }, { instruments }) =>
  provisions.flatMap((source): Found[] => {
    if (!source.value) return []
    const { id, instrument } = source.value
    const found: Found[] = []
    if (id !== source.id)
      found.push(error(placeIn(source, 'id'), `the file is “${source.id}.yaml”: write “id: ${source.id}”`))
    const known = lookUp(instruments, instrument)
    if (!known) {
      found.push(
        error(
          placeIn(source, 'instrument'),
          `“${instrument}” is not in library/law/instruments.yaml: correct it or add it there`,
        ),
      )
    } else if (source.path.split('/').at(-2) !== instrument) {
      found.push(error(placeIn(source, 'instrument'), `move the file to library/law/${instrument}/`))
    }
    if (known && !`${id}-`.startsWith(`${known.prefix}-`)) {
      found.push(error(placeIn(source, 'id'), `ids of ${instrument} begin with “${known.prefix}”: rename it`))
    }
    const twin = provisions.find((other) => other.id === source.id && other.path < source.path)
    if (twin) found.push(error(placeIn(source, 'id'), `“${id}” already lies in ${twin.path}: keep one`))
    return [...found, ...versionFaults(source)]
  })

function versionFaults(source: ProvisionSource): Found[] {
  const versions = source.value?.versions ?? []
  return versions.flatMap((version, index) => {
    const newer = versions[index - 1]
    if (!newer) return []
    const place = placeIn(source, `versions.${index}`)
    if (versions.findIndex(({ id }) => id === version.id) < index) {
      return [error(place, `version “${version.id}” stands twice: give each its own id`)]
    }
    return newer.inForceFrom !== null && newer.inForceFrom > (version.inForceFrom ?? '')
      ? []
      : [
          error(
            place,
            'versions go from the newest to the oldest, each newer one with its “inForceFrom” date: reorder or date them',
          ),
        ]
  })
}
