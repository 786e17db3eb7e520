const list = (text: string) => text.split(' ');

export const GIVEN = list(
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah ' +
    'Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily ' +
    'Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Dorothy Jason Rebecca ' +
    'Edward Sharon Jeffrey Laura Ryan Cynthia Jacob Amy Nicholas Kathleen Gary Angela Eric Shirley Jonathan Brenda Stephen Emma Larry ' +
    'Anna Justin Pamela Scott Nicole Brandon Samantha Benjamin Katherine Samuel Christine Gregory Helen Alexander Debra Patrick Rachel ' +
    'Frank Carolyn Raymond Janet Jack Maria Dennis Catherine Jerry Heather Tyler Diane Aaron Olivia Jose Julie Adam Joyce Nathan Victoria ' +
    'Henry Ruth Zachary Virginia Douglas Lauren Peter Kelly Kyle Christina Noah Joan Ethan Evelyn Jeremy Judith Christian Andrea Walter ' +
    'Hannah Keith Megan Austin Cheryl Roger Jacqueline Terry Martha Sean Madison Gerald Teresa Carl Gloria Dylan Sara Harold Janice Jordan ' +
    'Ann Jesse Kathryn Bryan Abigail Lawrence Sophia Arthur Frances Gabriel Jean Bruce Alice Logan Judy Billy Isabella Joe Julia Alan Grace ' +
    'Juan Amber Elijah Denise Willie Danielle Albert Marilyn Wayne Beverly Randy Charlotte Mason Natalie Vincent Theresa Liam Diana Roy ' +
    'Brittany Bobby Doris Caleb Kayla Bradley Alexis Russell Lori Lucas Marie Priya Wei Omar Fatima Chen Aisha Ravi Mei Hassan Yuki Ingrid',
);

export const FAMILY = list(
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore ' +
    'Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen ' +
    'Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards ' +
    'Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox ' +
    'Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross ' +
    'Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales Fisher Vasquez Simmons Graham Murray ' +
    'Ford Castro Marshall Owens Harrison Fernandez Mcdonald Woods Washington Kennedy Wells Vargas Henry Freeman Webb Tucker Guzman Burns ' +
    'Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson ' +
    'Boyd Stone Salazar Fox Warren Mills Meyer Rice Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant ' +
    'Dunn Kelley Spencer Hawkins Arnold Pierce Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll ' +
    'Lane Riley Andrews Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis Carpenter Lawrence ' +
    'Sandoval Guerrero George Chapman Rios Estrada Ortega Watkins Greene Nunez Wheeler Valdez Harper Burke Larson Santiago Maldonado Morrison',
);

export const GERMAN_GIVEN = list(
  'Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günther Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans Bernd ' +
    'Thorsten Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Carsten Herbert ' +
    'Oliver Wilhelm Kurt Markus Heinrich Paul Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea ' +
    'Gisela Claudia Susanne Gabriele Christa Christine Hildegard Anna Birgit Barbara Gerda Kerstin Martina Heike Angelika Irmgard Ilse ' +
    'Nicole Ute Ingeborg Katrin Anja Silke Stefanie Sandra Julia Katharina Bärbel Käthe Jörn Björn Götz Lukas Leon Finn Jonas Mia Hannah ' +
    'Lena Lea Emma Annika Jana Friederike Johannes Sebastian Tobias Daniel Florian Philipp Maximilian Benjamin Dominik Fabian Simon',
);

export const GERMAN_FAMILY = list(
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann ' +
    'Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann ' +
    'König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger ' +
    'Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger ' +
    'Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas ' +
    'Voigt Sauer Arnold Wolff Pfeiffer Böttcher Lindner Götz Jansen Hübner Großmann Weiss Öztürk Yılmaz Nowak Kowalski Petersen Hansen',
);

export const STREETS = list(
  'Main Oak Park Maple Cedar Pine Elm Washington Lake Hill Walnut Spring North Ridge Church Willow Mill Sunset Railroad Jackson Lincoln ' +
    'River Cherry Highland Forest Meadow Broad Chestnut Prospect Franklin Adams Jefferson Locust Valley Liberty Union Grove Dogwood Hickory ' +
    'Laurel Poplar Virginia Madison Center Winding College Magnolia Summit Wilson Garden Clinton Monroe Birch Beech Spruce Vine Canal Harbor',
);

export const STREET_KINDS = ['Street', 'Avenue', 'Road', 'Drive', 'Lane', 'Boulevard', 'Court', 'Place'];

export const STREET_SHORT: Record<string, string> = {
  Street: 'St',
  Avenue: 'Ave',
  Road: 'Rd',
  Drive: 'Dr',
  Lane: 'Ln',
  Boulevard: 'Blvd',
  Court: 'Ct',
  Place: 'Pl',
};

export const GERMAN_STREETS = list(
  'Hauptstraße Schulstraße Gartenstraße Bahnhofstraße Dorfstraße Bergstraße Birkenweg Lindenstraße Kirchstraße Waldstraße Ringstraße ' +
    'Schillerstraße Goethestraße Jahnstraße Amselweg Buchenweg Rosenweg Mühlenweg Feldstraße Wiesenweg Blumenstraße Eichenweg Marktplatz ' +
    'Parkstraße Talstraße Friedhofstraße Poststraße Mozartstraße Beethovenstraße Kastanienallee Königstraße Uferweg Sonnenweg',
);

/** City, region, start of its postcodes, area code. */
export const CITIES: readonly (readonly [string, string, string, string])[] = (
  'New York,NY,100,212;Los Angeles,CA,900,213;Chicago,IL,606,312;Houston,TX,770,713;Phoenix,AZ,850,602;Philadelphia,PA,191,215;' +
  'San Antonio,TX,782,210;San Diego,CA,921,619;Dallas,TX,752,214;Austin,TX,787,512;Jacksonville,FL,322,904;Columbus,OH,432,614;' +
  'Charlotte,NC,282,704;Indianapolis,IN,462,317;Seattle,WA,981,206;Denver,CO,802,303;Boston,MA,021,617;Nashville,TN,372,615;' +
  'Detroit,MI,482,313;Portland,OR,972,503;Memphis,TN,381,901;Louisville,KY,402,502;Baltimore,MD,212,410;Milwaukee,WI,532,414;' +
  'Albuquerque,NM,871,505;Tucson,AZ,857,520;Fresno,CA,937,559;Sacramento,CA,958,916;Kansas City,MO,641,816;Atlanta,GA,303,404;' +
  'Omaha,NE,681,402;Raleigh,NC,276,919;Miami,FL,331,305;Oakland,CA,946,510;Minneapolis,MN,554,612;Tulsa,OK,741,918;Tampa,FL,336,813'
)
  .split(';')
  .map((entry) => entry.split(',') as [string, string, string, string]);

export const GERMAN_CITIES: readonly (readonly [string, string, string, string])[] = (
  'Berlin,BE,10,30;Hamburg,HH,20,40;München,BY,80,89;Köln,NW,50,221;Frankfurt am Main,HE,60,69;Stuttgart,BW,70,711;Düsseldorf,NW,40,211;' +
  'Leipzig,SN,04,341;Dortmund,NW,44,231;Essen,NW,45,201;Bremen,HB,28,421;Dresden,SN,01,351;Hannover,NI,30,511;Nürnberg,BY,90,911;' +
  'Duisburg,NW,47,203;Bochum,NW,44,234;Wuppertal,NW,42,202;Bielefeld,NW,33,521;Bonn,NW,53,228;Münster,NW,48,251;Karlsruhe,BW,76,721;' +
  'Mannheim,BW,68,621;Augsburg,BY,86,821;Wiesbaden,HE,65,611;Gelsenkirchen,NW,45,209;Mönchengladbach,NW,41,2161;Göttingen,NI,37,551'
)
  .split(';')
  .map((entry) => entry.split(',') as [string, string, string, string]);

export const DOMAINS = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
  'work.org',
  'mail.com',
];
export const GERMAN_DOMAINS = ['gmx.de', 'web.de', 't-online.de', 'gmail.com', 'freenet.de', 'outlook.de'];

export const SHORT_NAMES: Record<string, string> = {
  William: 'Bill',
  Robert: 'Bob',
  Richard: 'Dick',
  James: 'Jim',
  John: 'Jack',
  Elizabeth: 'Liz',
  Margaret: 'Peggy',
  Katherine: 'Kate',
  Jennifer: 'Jenny',
  Michael: 'Mike',
  Thomas: 'Tom',
  Christopher: 'Chris',
  Joseph: 'Joe',
  Daniel: 'Dan',
  Matthew: 'Matt',
  Anthony: 'Tony',
  Edward: 'Ted',
  Patricia: 'Pat',
  Rebecca: 'Becky',
  Susan: 'Sue',
  Benjamin: 'Ben',
  Samuel: 'Sam',
  Alexander: 'Alex',
  Nicholas: 'Nick',
  Steven: 'Steve',
  Kimberly: 'Kim',
};

export const FIRM_HEADS = list(
  'Acme Apex Summit Pioneer Vertex Delta Orion Atlas Zenith Phoenix Titan Nova Stellar Cascade Evergreen Harbor Keystone Liberty Meridian ' +
    'Northwind Oakwood Pacific Quantum Redwood Sterling Trident Union Vanguard Westbrook Alpine Beacon Cobalt Dynamo Eagle Falcon Granite ' +
    'Horizon Iron Juniper Kestrel Lakeside Magnum Nimbus Onyx Paragon Quarry Ranger Sapphire Tundra Urban Vista Willow Xenon Yellowstone ' +
    'Zephyr Amber Bluestone Copperfield Driftwood Emerald Firefly Goldcrest Hawthorne Ivory Jade Kingfisher Lighthouse Mosaic Nightingale',
);

export const FIRM_TRADES = list(
  'Consulting Logistics Software Engineering Construction Foods Electric Plumbing Marketing Insurance Dental Medical Motors Printing Textiles ' +
    'Chemicals Steel Furniture Travel Security Energy Solar Bakery Brewing Publishing Design Media Analytics Robotics Pharmaceuticals ' +
    'Accounting Landscaping Roofing Packaging Shipping Aviation Ceramics Optics Plastics Seafood Tools Toys Wines',
);

export const FIRM_TAILS = [
  'Group',
  'Services',
  'Solutions',
  'International',
  'Partners',
  'Associates',
  'Industries',
  'Systems',
  'Holdings',
  'Technologies',
  'Manufacturing',
  'Management',
];

export const FIRM_FORMS = [
  'Inc',
  'Inc.',
  'LLC',
  'L.L.C.',
  'Ltd',
  'Ltd.',
  'Limited',
  'Corp',
  'Corporation',
  'GmbH',
  'AG',
  'Co.',
  'Company',
  'PLC',
  'S.r.l.',
  'S.A.',
];

export const FIRM_SHORT: Record<string, string> = {
  International: 'Intl',
  Services: 'Svcs',
  Associates: 'Assoc.',
  Technologies: 'Tech',
  Manufacturing: 'Mfg',
  Management: 'Mgmt',
  Solutions: 'Sol.',
  Group: 'Grp',
  Systems: 'Sys',
  Industries: 'Ind.',
  Engineering: 'Eng.',
  Construction: 'Constr.',
  Electric: 'Elec.',
  Pharmaceuticals: 'Pharma',
  Consulting: 'Cons.',
  Insurance: 'Ins.',
};
