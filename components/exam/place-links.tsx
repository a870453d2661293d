/** Links to questions by their numbers. */
export function PlaceLinks({ places, path }: { places: readonly number[]; path: string }) {
  return (
    <span className="row">
      {places.map((place) => (
        <a key={place} className="num" href={`${path}/${place}`}>
          {place}
        </a>
      ))}
    </span>
  )
}
