import 'server-only'

/** A town as it is written after a name: `بفاس`, `de Fès`. */
export type Place = { region: string; arabic: string; latin: string }

/** One town in each of the twelve regions. */
export const PLACES: readonly Place[] = [
  { region: '01', arabic: 'بطنجة', latin: 'de Tanger' },
  { region: '02', arabic: 'بوجدة', latin: 'd’Oujda' },
  { region: '03', arabic: 'بفاس', latin: 'de Fès' },
  { region: '04', arabic: 'بالرباط', latin: 'de Rabat' },
  { region: '05', arabic: 'ببني ملال', latin: 'de Béni Mellal' },
  { region: '06', arabic: 'بالدار البيضاء', latin: 'de Casablanca' },
  { region: '07', arabic: 'بمراكش', latin: 'de Marrakech' },
  { region: '08', arabic: 'بالرشيدية', latin: 'd’Errachidia' },
  { region: '09', arabic: 'بأكادير', latin: 'd’Agadir' },
  { region: '10', arabic: 'بكلميم', latin: 'de Guelmim' },
  { region: '11', arabic: 'بالعيون', latin: 'de Laâyoune' },
  { region: '12', arabic: 'بالداخلة', latin: 'de Dakhla' },
]
