/**
 * Whether a browser names gzip and does not refuse it. Names and weights come in whatever case.
 *
 * @see RFC 9110, 12.5.3
 */
export function takesGzip({ headers }) {
  const offers = (headers['accept-encoding'] ?? '').toLowerCase().split(',')
  return offers.some((offer) => {
    const [name, ...weights] = offer.split(';').map((part) => part.trim())
    return name === 'gzip' && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight))
  })
}
