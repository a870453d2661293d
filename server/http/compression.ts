import 'server-only'

/**
 * Whether a browser accepts gzip. Names and weights are case-insensitive.
 *
 * @see RFC 9110, 12.5.3
 */
export function acceptsGzip(acceptEncoding = ''): boolean {
  return acceptEncoding
    .toLowerCase()
    .split(',')
    .some((offer) => {
      const [name, ...weights] = offer.split(';').map((part) => part.trim())
      return name === 'gzip' && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight))
    })
}
