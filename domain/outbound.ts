/**
 * Why nothing was received: nothing came in time; the host has no address, an address that is not public, or is the
 * platform itself; the certificate or the connection failed; or the answer was too long.
 */
export type OutboundFailure = 'timeout' | 'dns' | 'address' | 'own' | 'tls' | 'connection' | 'size'

/** Whether the settings name the host of an address, with its port if that is not the default of its scheme. */
export function isNamedHost({ hostname, port }: URL, named: readonly string[]): boolean {
  return named.includes(port === '' ? hostname : `${hostname}:${port}`)
}
