/** Capitalised phrases that are not persons. They are matched before single words. */
export const KNOWN_PHRASES = [
  // Towns and regions
  'El Jadida',
  'Béni Mellal',
  'Beni Mellal',
  'El Hoceima',
  'Al Hoceima',
  'El Kelâa',
  'Aït Melloul',
  'Ait Melloul',
  'Ben Guerir',
  'Ben Slimane',
  'Ben M’sick',
  'Oued Zem',
  // States
  'United Kingdom',
  'United States',
  'United Arab Emirates',
  'Saudi Arabia',
  'South Africa',
  'Ivory Coast',
  'Royaume-Uni',
  'États-Unis',
  'Émirats arabes unis',
  'Arabie saoudite',
  // Institutions and texts
  'Human Rights',
  'European Court',
  'European Convention',
  'European Union',
  'United Nations',
  'Nations Unies',
  'Grand Chamber',
  'Grande Chambre',
  'Supreme Court',
  'Court of Cassation',
  'Penal Code',
  'Labour Code',
  'Criminal Procedure',
  'Royal Gendarmerie',
  'Gendarmerie Royale',
  'Public Prosecution',
  'National Commission',
  'Palermo Protocol',
  // Sources
  'European Database',
  'Asylum Law',
  'Anfa News',
  'Impunity Watch',
  'Al Yaoum',
] as const

/** Single words of such phrases. A run of only these words is not a person. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  `Agadir Casablanca Fès Fez Marrakech Marrakesh Meknès Meknes Oujda Rabat Salé Tanger Tangier Tétouan Tetouan Témara Temara
  Nador Khouribga Kénitra Kenitra Safi Settat Laâyoune Dakhla Guelmim Errachidia Ouarzazate Mohammedia Larache Taza Berkane
  Maroc Morocco Algérie Algeria Tunisie Tunisia Libye Libya Égypte Egypt Mauritanie Mauritania Sénégal Senegal Mali Nigeria Nigéria
  Cameroun Cameroon Ghana Philippines Indonésie Indonesia Bangladesh Vietnam Viêtnam Turquie Turkey Türkiye Liban Lebanon Émirats
  Espagne Spain France Italie Italy Grèce Greece Autriche Austria Belgique Belgium Allemagne Germany Croatie Croatia Chypre Cyprus
  Russie Russia Bulgarie Bulgaria Azerbaïdjan Azerbaijan Birmanie Myanmar Thaïlande Thailand Cambodge Cambodia Laos Dubaï Dubai
  Europe Asie Asia Afrique Africa Istanbul Manolada Sofia Vienne Vienna Paris Londres London Strasbourg Palerme Palermo Varsovie Warsaw
  Marocain Marocaine Marocains Marocaines Moroccan Moroccans Ougandaise Ugandan Nigériane Nigerian Nigerians Vietnamese Bangladeshi
  Cour Court Chambre Chamber Section First Second Third Fourth Fifth Première Deuxième Troisième Quatrième Cinquième Tribunal
  État États State States Convention Protocole Protocol Code Constitution Loi Law Article Dahir Commission Ministère Ministry Parquet Roi
  King Kingdom Royaume Gouvernement Government Parlement Parliament Union Hudoc HUDOC ADALA Adala CEDH ECHR ONU UN OIT ILO UNODC CNDH CSPJ
  DGSN MAP Telegram WhatsApp Facebook Instagram TikTok Internet`.split(/\s+/),
)
