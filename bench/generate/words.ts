/** Given and family names that go together, with how many customers in a hundred have such a name. */
export interface NamePool {
  share: number;
  given: readonly string[];
  family: readonly string[];
}

/** `~` holds together what is one name. */
const words = (text: string) => text.split(/\s+/).map((word) => word.replace(/~/g, ' '));

export const NAME_POOLS: readonly NamePool[] = [
  {
    share: 56,
    given: words(`Robert William Elizabeth Margaret Katherine James Thomas Susan Michael Patricia Christopher Alexander
      Joanna Oliver Amelia Harry Grace Charlotte George Emily Jack Sophie Daniel Hannah Samuel Lucy Joseph Rebecca
      Benjamin Laura Edward Alice Henry Ruth David Helen Andrew Julia Peter Sarah Simon Claire Martin Fiona Graham Nicola
      Stephen Rachel Colin Wendy Nigel Heather Ian Janet Derek Moira Gareth Rhiannon`),
    family: words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
      Roberts Green Hall Wood Jackson Clarke Harrison Scott Turner Cooper Morris Ward Baker Edwards Parker Collins
      Bennett Cook Shaw Holmes Palmer Mason Hunt Barker Webb Marsh Fletcher Hawkins Whitfield Ashworth Pemberton Lockwood
      Thornton Sinclair Campbell Stewart Murray Douglas Llewellyn Pritchard Bowen Gallagher Doyle Kavanagh`),
  },
  {
    share: 8,
    given: words('Aoife Siobhán Niamh Declan Ciarán Fergus Gráinne Seán Róisín Eoin'),
    family: words("O'Brien O'Connor O'Sullivan McDonald McCarthy MacLeod Fitzgerald Ní~Dhomhnaill"),
  },
  {
    share: 9,
    given: words('José María Inês João Beatriz Núria Íñigo Álvaro Conceição Raúl Lucía Tiago'),
    family: words('Muñoz García Fernández Gonçalves Araújo Ibáñez de~la~Cruz dos~Santos Núñez Peña Simões'),
  },
  {
    share: 3,
    given: words('Anaïs François Hélène Zoë Jean-Luc Anne-Marie Benoît'),
    family: words('Lefèvre Bélanger Lemaître Faïk Desprès de~la~Tour'),
  },
  {
    share: 4,
    given: words('Jürgen Käthe Björn Søren Åsa Annegret Till'),
    family: words('Müller Schäfer Groß Ørsted Åkesson van~der~Berg'),
  },
  {
    share: 3,
    given: words('Łukasz Małgorzata Zsófia Agnieszka Gábor'),
    family: words('Wójcik Żukowski Kovács Szabó Wiśniewska'),
  },
  {
    share: 8,
    given: words('Priya Arjun Anjali Imran Fatima Aisha Rohan Meera Yusuf Kwame Ngozi Chidi'),
    family: words('Patel Sharma Khan Hussain Singh Begum Okafor Mensah Adeyemi Rahman Desai Banerjee'),
  },
];

/** People who write their name in another script: given and family name, and both as they spell them in Latin letters. */
export const OTHER_SCRIPTS: readonly (readonly [string, string, string])[] = [
  ['Γιώργος', 'Παπαδόπουλος', 'Giorgos Papadopoulos'],
  ['Ελένη', 'Νικολάου', 'Eleni Nikolaou'],
  ['محمد', 'الحسن', 'Mohammed Al-Hassan'],
  ['ليلى', 'منصور', 'Layla Mansour'],
  ['伟', '王', 'Wei Wang'],
  ['秀英', '李', 'Xiuying Li'],
  ['Наталія', 'Шевченко', 'Nataliia Shevchenko'],
  ['Димитър', 'Иванов', 'Dimitar Ivanov'],
];

/** What people are called by those who know them. */
export const NICKNAMES: Record<string, string> = {
  Robert: 'Bob',
  William: 'Bill',
  Elizabeth: 'Liz',
  Margaret: 'Maggie',
  Katherine: 'Kate',
  James: 'Jim',
  Thomas: 'Tom',
  Susan: 'Sue',
  Michael: 'Mike',
  Patricia: 'Pat',
  Christopher: 'Chris',
  Alexander: 'Alex',
  Joanna: 'Jo',
  Benjamin: 'Ben',
  Samuel: 'Sam',
  Andrew: 'Andy',
};

export const COMPANY_FIRST = words(`Dockside Saffron Lantern Copper Juniper Orchard Harbour Thistle Bluebell Millstone
  Olive Quayside Bramble Rosemary Anchor Pepper Larder Clifton Foxglove Samphire Tamarind Birch`);
export const COMPANY_LAST = [
  'Kitchen',
  'Bistro',
  'Deli',
  'Tavern',
  'Café',
  'Catering Ltd',
  'Garden Design',
  'Hotel',
  '& Sons Ltd',
];

export const STREETS = words(`Cotham Ashley Gloucester Whiteladies Chandos Redland Coronation Bedminster Station Church
  Mill Victoria Park Queens Albert Orchard`).map(
  (name, index) => `${name} ${['Road', 'Street', 'Hill', 'Lane'][index % 4]}`,
);

/** Towns: name, post code or its first half, country, how many customers in a hundred live there. */
export const TOWNS: readonly (readonly [string, string, string, number])[] = [
  ['Bristol', 'BS6', 'GB', 44],
  ['London', 'SE15', 'GB', 11],
  ['Cardiff', 'CF11', 'GB', 8],
  ['Reading', 'RG1', 'GB', 6],
  ['Birmingham', 'B13', 'GB', 5],
  ['Manchester', 'M21', 'GB', 4],
  ['Leeds', 'LS6', 'GB', 3],
  ['Edinburgh', 'EH6', 'GB', 3],
  ['Glasgow', 'G12', 'GB', 2],
  ['Liverpool', 'L17', 'GB', 2],
  ['Newcastle', 'NE2', 'GB', 1],
  ['Belfast', 'BT9', 'GB', 1],
  ['Nice', '06000', 'FR', 2],
  ['Lyon', '69002', 'FR', 2],
  ['Berlin', '10435', 'DE', 2],
  ['Leipzig', '04109', 'DE', 2],
  ['Boston', '02134', 'US', 2],
];

/** Articles: number, name, price in pounds. */
export const ARTICLES: readonly (readonly [string, string, number])[] = [
  ['G-1001', 'Terracotta pot 20 cm', 7.5],
  ['G-1002', 'Terracotta pot 40 cm', 24],
  ['G-1010', 'Raised bed, larch, 120 × 60', 119],
  ['G-1014', 'Watering can 9 l, galvanised', 38.5],
  ['G-1020', 'Hori-hori knife', 34.95],
  ['G-1021', 'Secateurs, left-handed', 42],
  ['G-1030', 'Herb garden kit “Kitchen sill”', 29.9],
  ['G-1033', 'Fig tree “Brown Turkey”, 5 l', 36],
  ['G-1034', 'Olive tree, 18 l', 129],
  ['G-1040', 'Tulip bulbs, mixed, 50', 18.25],
  ['G-1041', 'Garlic for planting, 500 g', 9.8],
  ['G-1050', 'Compost, peat-free, 40 l', 8.99],
  ['G-1055', 'Cold frame, oak', 215],
  ['G-1060', 'Bird feeder, "squirrel proof"', 27.5],
  ['K-2001', 'Chef’s knife 21 cm', 89],
  ['K-2002', 'Paring knife', 19.5],
  ['K-2005', 'Cast-iron pan 28 cm', 64],
  ['K-2006', 'Copper pan 24 cm', 148],
  ['K-2010', 'Pasta machine', 79.95],
  ['K-2012', 'Mortar & pestle, granite', 32],
  ['K-2020', 'Preserving jars 1 l, 12', 31.2],
  ['K-2021', 'Fermenting crock 5 l', 54],
  ['K-2030', 'Linen tea towels, 3', 22],
  ['K-2031', 'Apron, striped', 26.5],
  ['K-2040', 'Olive oil 5 l, Kalamata', 68],
  ['K-2041', 'Sea salt 1 kg', 6.4],
  ['K-2050', 'Plate, stoneware 27 cm', 16],
  ['K-2051', 'Bowl, stoneware 15 cm', 11],
  ['K-2060', 'Gastronorm tray 1/1', 21.75],
  ['K-2070', 'Hamper “Harvest”', 95],
];

/** Those who work in the shop. */
export const STAFF = ['Marta', 'Owen', 'Inês', 'Callum'];
