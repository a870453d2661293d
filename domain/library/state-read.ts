import type { ProvisionVersion } from './provision'

export type StateRead = 'consolidated' | 'consolidatedAhead' | 'published'

/** Which state of a text was read. A consolidation may contain an amendment before it comes into force. */
export function stateRead({ consolidated, readAt, inForceFrom }: Reading): StateRead {
  if (!consolidated) return 'published'
  return readAt !== null && inForceFrom !== null && readAt < inForceFrom ? 'consolidatedAhead' : 'consolidated'
}

type Reading = Pick<ProvisionVersion, 'consolidated' | 'readAt' | 'inForceFrom'>
