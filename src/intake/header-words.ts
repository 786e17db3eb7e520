import type { FieldName, SourceKind } from './record';
import { foldWords } from './text';

/**
 * What columns are called: for each field its headers in English, Spanish, Portuguese, French, German, Italian, Hindi/Urdu in Latin
 * letters and Indonesian, folded, the plainest first: where two columns claim a field, the one whose header stands earlier has it.
 */
const ALIASES: Record<string, string> = {
  recordId:
    'lead id|record id|response id|entry id|submission id|contact id|form id|external id|id lead|unique id|uid|guid|id|id no|s id|row id|_id',
  customerId:
    'customer id|client id|customer no|customer number|customer code|customer #|client no|client code|account number|account no|account id|member id|user id|buyer id|buyer username|cust id|cust no|cust code|party code|id cliente|codigo cliente|codigo de cliente|codigo do cliente|cod cliente|numero de cliente|cliente id|no cliente|code client|numero client|id client|n client|kundennummer|kunden nr|kundennr|kunden id|kdnr|kd nr|codice cliente|id pelanggan|kode pelanggan|no pelanggan|grahak id',
  name: 'full name|customer name|client name|contact name|buyer name|lead name|person name|name|your name|name of customer|name of client|customer full name|billing name|bill to name|recipient name|ship to name|shipping name|recipient|attention|attn|ship name|guest name|student name|patient name|member name|party name|card holder|cardholder name|customer|client|buyer|contact|contact person|person|nombre completo|nombre y apellido|nombre y apellidos|nombre del cliente|nombre cliente|nombre contacto|nombre del contacto|nombre|cliente|contacto|comprador|persona de contacto|destinatario|nome completo|nome do cliente|nome cliente|nome e cognome|cognome e nome|nome e sobrenome|nome do comprador|nome contato|nome|contato|contatto|nom complet|nom et prenom|prenom et nom|nom prenom|nom du client|nom client|nom du contact|nom|acheteur|vollstandiger name|vor und nachname|vor und zuname|name vorname|vorname nachname|kundenname|kunde|ansprechpartner|name des kunden|kontakt|kontaktname|kaufer|empfanger|nominativo|ragione sociale nome|intestatario|referente|nama lengkap|nama pelanggan|nama pembeli|nama penerima|nama customer|nama konsumen|nama|pelanggan|pembeli|penerima|pura naam|poora naam|grahak ka naam|grahak|naam|nam|customer ka naam',
  given:
    'first name|given name|firstname|fname|first|forename|given|christian name|billing first name|shipping first name|primer nombre|nombres|nombre de pila|primeiro nome|prenom|vorname|rufname|nome proprio|nama depan|pehla naam',
  family:
    'last name|family name|surname|lastname|lname|last|family|second name|billing last name|shipping last name|apellidos|apellido|primer apellido|apellido paterno|sobrenome|apelido|ultimo nome|nom de famille|nachname|familienname|zuname|cognome|nama belakang|nama keluarga|aakhri naam|upnaam',
  company:
    'company|company name|organization|organisation|organization name|business name|business|firm|firm name|employer|account name|account|company account|billing company|shipping company|institution|shop name|store name|trade name|agency|empresa|nombre de la empresa|nombre empresa|razon social|compania|negocio|organizacion|nome da empresa|razao social|companhia|nome fantasia|organizacao|entreprise|societe|raison sociale|nom de l entreprise|nom de la societe|organisme|firma|firmenname|unternehmen|betrieb|azienda|ragione sociale|nome azienda|ditta|societa|ente|perusahaan|nama perusahaan|instansi|nama toko|company ka naam|dukaan|dukan ka naam',
  phone:
    'phone|phone number|mobile|mobile number|mobile phone|telephone|telephone number|tel|cell|cell phone|cellphone|cell number|contact number|contact no|contact no s|phone no|mobile no|mob no|mob|ph|ph no|tel no|phone #|tel #|whatsapp|whatsapp number|whatsapp no|primary phone|home phone|work phone|business phone|daytime phone|evening phone|other phone|alternate phone|alt phone|alternate number|secondary phone|phone 1|phone 2|phone1|phone2|phone 1 value|phone 2 value|mobile 1|mobile 2|tel 1|tel 2|telephone 1|telephone 2|billing phone|shipping phone|ship to phone|buyer phone|buyer phone number|customer phone|customer phone number|phone mobile|phone work|phone home|ship phone number|recipient phone|caller number|caller id|phone contact|phonenumber|phone_number|mobilephone|telefono|numero de telefono|telefono movil|telefono celular|telefono fijo|celular|numero de celular|movil|num telefono|no telefono|n telefono|tlf|tel movil|numero de contacto|telefone|numero de telefone|telemovel|fone|telefone celular|telefone fixo|contato telefonico|n de telefone|numero telefonico|cellulare|numero di telefono|recapito telefonico|recapito|tel cellulare|telefono cellulare|portable|numero de telephone|numero de portable|numero portable|tel portable|tel mobile|tel fixe|num tel|n tel|telephone portable|telefon|telefonnummer|handy|handynummer|handynr|mobilnummer|mobiltelefon|mobil|rufnummer|tel nr|telefon nr|telefonnr|festnetz|nomor telepon|nomor hp|no hp|no telp|no telepon|no telpon|nomor wa|no wa|nomor whatsapp|telepon|telp|hp|nomor handphone|no handphone|handphone|nomor ponsel|ponsel|mobile nambar|phone nambar|sampark nambar|raabta number|fon number|mobile no s',
  email:
    'email|e mail|email address|e mail address|email id|e mail id|mail|mail id|emailid|emailaddress|email 1|email 2|email1|email2|e mail 1 value|e mail 2 value|primary email|secondary email|work email|home email|personal email|business email|other email|contact email|customer email|client email|buyer email|billing email|shipping email|recipient email|your email|paypal email|correo|correo electronico|direccion de correo electronico|direccion de correo|e mail del cliente|mail de contacto|correo e|endereco de email|endereco de e mail|correio eletronico|e mail do cliente|adresse e mail|adresse mail|adresse email|courriel|adresse electronique|mel|adresse de messagerie|e mail adresse|email adresse|mailadresse|e mailadresse|posta elettronica|indirizzo e mail|indirizzo email|indirizzo mail|alamat email|surel|alamat surel|email pelanggan|email pata',
  address:
    'address|street address|street|address 1|address line 1|address1|line 1|billing address|billing street|billing address 1|billing address1|billing address line 1|mailing address|mailing street|postal address|home address|delivery address|shipping address|shipping street|shipping address 1|shipping address1|ship address 1|ship to address 1|shipping address line 1|customer address|full address|addr|recipient address|address 1 formatted|location address|street 1|direccion|direccion completa|calle|domicilio|direccion de envio|direccion de entrega|endereco|endereco completo|rua|logradouro|morada|endereco de entrega|adresse|adresse complete|rue|adresse de livraison|adresse postale|adresse 1|adresse ligne 1|anschrift|strasse|strasse und hausnummer|strasse nr|strasse hausnummer|lieferadresse|postanschrift|indirizzo|via|indirizzo completo|indirizzo di spedizione|indirizzo di consegna|alamat|alamat lengkap|alamat pengiriman|jalan|pata|ghar ka pata',
  city: 'city|town|city town|town city|billing city|shipping city|ship city|ship to city|mailing city|customer city|city name|locality|suburb|municipality|home city|address city|recipient city|delivery city|ciudad|poblacion|localidad|municipio|ciudad de envio|cidade|cidade de entrega|ville|commune|localite|stadt|ort|wohnort|ortschaft|citta|comune|kota|kabupaten kota|kota kabupaten|shehar|shahar|shehr|sheher',
  region:
    'state|state province|province|state province region|state region|billing state|billing province|shipping state|shipping province|ship state|ship to state|mailing state|county|billing state province|province state|state code|state name|region|estado|provincia|departamento|estado provincia|comunidad autonoma|uf|distrito|departement|etat|canton|bundesland|kanton|regione|prov|provinsi|propinsi|rajya|suba|sooba|pradesh',
  postcode:
    'zip|zip code|postal code|postcode|post code|zipcode|zip postal code|zip postcode|postal|postalcode|billing zip|billing zip code|billing postcode|billing postal code|shipping zip|shipping zip code|shipping postcode|shipping postal code|ship postal code|ship zip|ship to zip|mailing zip|mailing zip postal code|pin code|pincode|pin|eircode|codigo postal|c p|cod postal|cp|cep|code postal|postleitzahl|plz|cap|codice postale|c a p|kode pos|kodepos|dak code',
  country:
    'country|country region|country code|billing country|shipping country|ship country|ship to country|mailing country|customer country|country name|nation|country territory|home country|pais|pais de envio|pais region|pays|land|staat|paese|nazione|stato paese|negara|desh|mulk',
  birthDate:
    'date of birth|birth date|dob|birthday|birthdate|d o b|born|fecha de nacimiento|fecha nacimiento|f nacimiento|cumpleanos|data de nascimento|data nascimento|nascimento|aniversario|date de naissance|naissance|geburtsdatum|geburtstag|geb datum|geboren|data di nascita|data nascita|nato il|tanggal lahir|tgl lahir|janm tithi|janam din|tareekh e paidaish',
  orderId:
    'order id|order number|order no|order #|order|order ref|order reference|order code|orderid|order_id|amazon order id|sales order|sales order number|so number|so no|invoice number|invoice no|invoice id|invoice #|invoice|bill no|bill number|purchase order|po number|po no|po #|transaction id|transaction no|receipt number|receipt no|sale id|ticket number|booking id|booking reference|reference number|order num|numero de pedido|n de pedido|no pedido|n pedido|pedido|id pedido|id de pedido|codigo de pedido|codigo do pedido|numero do pedido|n do pedido|orden|numero de orden|numero de factura|n factura|factura n|n de venta|de venta|numero da encomenda|encomenda|nota fiscal|numero de commande|n de commande|n commande|no commande|commande|id commande|reference commande|ref commande|numero de facture|n facture|bestellnummer|bestell nr|bestellnr|bestellung|auftragsnummer|auftrags nr|auftragsnr|auftrag|rechnungsnummer|rechnungs nr|rechnungsnr|bestell id|numero ordine|n ordine|id ordine|ordine|codice ordine|num ordine|numero fattura|nomor pesanan|no pesanan|no order|nomor order|id pesanan|no invoice|nomor invoice|nomor transaksi|no transaksi|kode pesanan|order nambar|order ka number|bill nambar|farmaish number',
  lineId:
    'line id|line item id|order item id|line number|line no|line #|item id|order line|row id|order line id|lineitem id|orderitem id|position|pos|pos nr|id linea|n linea|linea|numero de linea|ligne|n ligne|numero de ligne|posizione|riga|n riga|baris|no baris',
  sku: 'sku|product id|product code|item code|item number|item no|item sku|lineitem sku|product sku|part number|part no|article number|article no|asin|upc|ean|barcode|seller sku|variant sku|model number|model no|stock code|style code|codigo de producto|codigo producto|cod producto|referencia|ref producto|id producto|codigo do produto|codigo produto|cod produto|id do produto|reference produit|ref produit|code produit|code article|ref article|reference article|artikelnummer|artikel nr|artikelnr|art nr|produktnummer|produkt nr|codice prodotto|codice articolo|cod articolo|id prodotto|kode produk|kode barang|id produk|nomor referensi sku|sku induk|saaman code',
  article:
    'product name|product|item|item name|article|lineitem name|product title|item title|item description|product description|description|items|products|title|goods|service|product service|service name|variant title|listing title|course|product ordered|producto|nombre del producto|nombre producto|articulo|descripcion|descripcion del producto|titulo de la publicacion|concepto|servicio|produto|nome do produto|nome produto|item do pedido|descricao|descricao do produto|servico|produit|nom du produit|libelle|designation|libelle produit|description produit|artikel|artikelname|produkt|produktname|bezeichnung|artikelbezeichnung|warenbezeichnung|beschreibung|leistung|prodotto|nome prodotto|articolo|descrizione|descrizione prodotto|servizio|nama produk|produk|nama barang|barang|nama item|jenis barang|saaman|samaan|maal|vastu',
  quantity:
    'quantity|qty|quantity ordered|quantity purchased|qty ordered|order quantity|order qty|lineitem quantity|item quantity|units|units sold|no of items|number of items|item count|pieces|pcs|count|nos|cantidad|cant|unidades|uds|cantidad pedida|quantidade|qtd|qtde|qtd itens|quant|quantite|qte|nb|nombre d articles|quantite commandee|menge|anzahl|stuckzahl|stuck|bestellmenge|quantita|qta|q ta|pezzi|n pezzi|jumlah barang|kuantitas|jumlah|banyaknya|jml|jumlah produk|miqdar|matra|tadaad|sankhya',
  unitPrice:
    'unit price|price|item price|price per unit|price each|lineitem price|rate|unit cost|cost per unit|selling price|list price|product price|sale price|mrp|price unit|precio unitario|precio|precio unidad|precio por unidad|p unitario|p u|preco unitario|preco|valor unitario|vl unitario|prix unitaire|prix|prix unitaire ht|pu|pu ht|p u ht|einzelpreis|stuckpreis|preis|preis pro stuck|preis pro einheit|e preis|prezzo unitario|prezzo|prezzo cad|harga satuan|harga|harga per unit|harga awal|harga produk|bhav|daam|keemat|qeemat|kimat',
  amount:
    'total|amount|order total|total amount|grand total|total price|total sales|sales|order amount|order value|net amount|line total|item total|total value|total paid|amount paid|total inc tax|sale amount|sales amount|net sales|gross amount|invoice amount|invoice total|bill amount|amt|net total|value|revenue|payment amount|charged amount|total cost|order total amount|deal value|deal amount|subtotal|sub total|gross sales|importe|importe total|total pedido|total del pedido|monto|monto total|valor total|precio total|total a pagar|importe neto|total factura|ventas|valor|valor do pedido|total do pedido|preco total|vl total|valor da venda|valor pago|montant|montant total|total ttc|total ht|montant ttc|montant ht|prix total|total commande|montant de la commande|betrag|gesamtbetrag|gesamt|summe|gesamtpreis|gesamtsumme|endbetrag|rechnungsbetrag|umsatz|bestellwert|importo|totale|importo totale|prezzo totale|totale ordine|totale fattura|total harga|total pembayaran|jumlah total|total bayar|total belanja|nilai pesanan|total penjualan|jumlah harga|kul rakam|rakam|raqam|kul raqam|kul',
  currency:
    'currency|currency code|order currency|ccy|curr|moneda|divisa|codigo de moneda|moeda|devise|monnaie|wahrung|waehrung|valuta|mata uang|mudra',
  status:
    'status|order status|lead status|stage|state of order|fulfillment status|financial status|payment status|deal stage|lead stage|shipping status|delivery status|order state|current status|pipeline stage|lifecycle stage|lead state|disposition|estado del pedido|estado pedido|estatus|situacion|estado de pedido|estado del envio|situacao|status do pedido|estado da encomenda|situacao do pedido|status pedido|statut|etat de la commande|statut commande|statut de la commande|etat commande|bestellstatus|auftragsstatus|bestellstand|zustand|stato|stato ordine|stato dell ordine|status pesanan|status order|status transaksi|sthiti|halat|order ki halat',
  orderDate:
    'order date|date of order|date ordered|ordered on|ordered at|order placed|order time|order created|purchase date|date of purchase|purchased on|purchased at|purchase time|invoice date|sale date|sales date|date of sale|transaction date|bill date|booking date|order created date|order placed at|order datetime|created at|paid at|payment date|payments date|date paid|date created|created|created time|creation date|create date|date added|date time|date and time|date|timestamp|datetime|fecha de pedido|fecha del pedido|fecha pedido|fecha de compra|fecha de venta|fecha orden|fecha de orden|fecha de la orden|fecha de factura|fecha factura|fecha y hora|fecha de creacion|fecha creacion|fecha|data do pedido|data pedido|data da compra|data da venda|data da encomenda|data de criacao|data criacao|data e hora|data emissao|data|date de commande|date commande|date de la commande|date d achat|date de vente|date de facture|date facture|date de creation|bestelldatum|auftragsdatum|kaufdatum|rechnungsdatum|bestellt am|erstellt am|erstellungsdatum|datum uhrzeit|datum|data ordine|data dell ordine|data di acquisto|data acquisto|data fattura|data creazione|data vendita|tanggal pesanan|tanggal order|tgl order|tgl pesanan|tanggal pembelian|tanggal transaksi|tgl transaksi|waktu pesanan dibuat|waktu pembayaran dilakukan|waktu pesanan|tanggal dibuat|tanggal|tgl|waktu|tarikh|tareekh|order ki tarikh|tithi|dinank',
  shipDate:
    'ship date|shipped date|date shipped|shipping date|shipped on|shipped at|dispatch date|date dispatched|despatch date|delivery date|delivered on|date delivered|fulfilled at|fulfillment date|delivered at|dispatched on|fecha de envio|fecha envio|fecha de despacho|fecha de entrega|fecha entrega|data de envio|data envio|data de entrega|data entrega|data de despacho|date d expedition|date expedition|date d envoi|date de livraison|date livraison|versanddatum|lieferdatum|versendet am|liefertermin|data di spedizione|data spedizione|data di consegna|data consegna|tanggal kirim|tanggal pengiriman|tgl kirim|tanggal diterima|waktu pengiriman|bhejne ki tarikh|rawangi ki tareekh',
  leadDate:
    'lead date|inquiry date|enquiry date|date of inquiry|date of enquiry|date received|received on|received at|submitted at|submitted on|submission date|submission time|date submitted|signup date|sign up date|registration date|registered on|registered at|lead created|lead created date|lead created time|first seen|form submitted|subscribed at|optin time|opt in date|date submitted gmt|fecha de consulta|fecha de registro|fecha lead|fecha de ingreso|marca temporal|data do lead|data de cadastro|data de registro|carimbo de data hora|date de la demande|date de demande|date d inscription|horodateur|anfragedatum|anfrage vom|zeitstempel|registrierungsdatum|data richiesta|data di richiesta|informazioni cronologiche|data contatto iniziale|tanggal masuk|tanggal daftar|tgl daftar|stempel waktu|tanggal lead',
  contactDate:
    'date contacted|contact date|contacted on|contacted at|last contacted|last contact|last contact date|last contacted date|last contacted on|date of contact|date of last contact|first contact date|last activity date|last activity|last call|last call date|called on|fecha de contacto|fecha contacto|ultimo contacto|fecha ultimo contacto|fecha de ultimo contacto|data de contato|data do contato|data contato|ultimo contato|data ultimo contato|data do ultimo contato|date de contact|date contact|dernier contact|date du dernier contact|kontaktdatum|kontaktiert am|letzter kontakt|datum des letzten kontakts|data contatto|data di contatto|ultimo contatto|data ultimo contatto|contattato il|tanggal kontak|tanggal dihubungi|tgl kontak|kontak terakhir|sampark ki tarikh|raabte ki tareekh',
  dueDate:
    'due date|due|due on|deadline|follow up date|followup date|next follow up|next followup|next follow up date|next contact|next contact date|next action date|follow up on|follow up|callback date|call back date|expected close date|next activity date|next step date|date due|close date|reminder date|fecha de vencimiento|vencimiento|fecha limite|fecha de seguimiento|proximo seguimiento|proximo contacto|data de vencimento|vencimento|data limite|prazo|proximo contato|data de retorno|date d echeance|echeance|date limite|date de relance|prochaine relance|date de suivi|prochain contact|falligkeit|falligkeitsdatum|fallig am|frist|wiedervorlage|nachster kontakt|data di scadenza|scadenza|data scadenza|prossimo contatto|data follow up|tanggal jatuh tempo|jatuh tempo|tenggat|batas waktu|tanggal follow up|agli tarikh|antim tithi|aakhri tareekh',
  channel:
    'source|lead source|channel|sales channel|original source|traffic source|utm source|how did you hear about us|how did you find us|how found us|referral source|marketing channel|order source|platform|campaign source|contact source|first source|origen|origen del lead|canal|canal de venta|como nos conocio|fuente|medio|origem|origem do lead|canal de vendas|como nos conheceu|fonte|canal de vente|origine|provenance|source du lead|comment nous avez vous connus|quelle|herkunft|kanal|vertriebskanal|leadquelle|wie haben sie von uns erfahren|canale|provenienza|canale di vendita|fonte del contatto|sumber|sumber lead|kanal penjualan|saluran|zariya|srot|madhyam',
  owner:
    'owner|assigned to|assignee|sales rep|salesperson|sales person|lead owner|contact owner|deal owner|account owner|account manager|rep|agent|sales agent|handled by|staff|responsible|sales executive|executive|representative|sales representative|attended by|assigned|record owner|vendedor|asignado a|responsable|comercial|agente|ejecutivo|asesor|responsavel|atribuido a|vendedora|atendente|consultor|commercial|attribue a|vendeur|charge de clientele|charge d affaires|conseiller|zustandig|zugewiesen an|verkaufer|betreuer|bearbeiter|sachbearbeiter|zustandiger|vertriebler|assegnato a|venditore|responsabile|commerciale|agente di vendita|penanggung jawab|pic|ditugaskan ke|nama sales|petugas|zimmedar|karmchari',
  note: 'notes|note|comments|comment|remarks|remark|message|details|additional info|additional information|customer note|customer notes|order notes|order note|buyer note|special instructions|delivery instructions|feedback|description of inquiry|inquiry|enquiry|your message|memo|requirement|requirements|notas|nota|comentarios|comentario|observaciones|observacion|mensaje|notas del pedido|observacoes|observacao|obs|mensagem|anotacoes|remarques|remarque|commentaires|commentaire|notes client|bemerkungen|bemerkung|kommentar|kommentare|anmerkung|anmerkungen|notizen|notiz|nachricht|hinweis|commenti|commento|osservazioni|osservazione|messaggio|catatan|keterangan|komentar|pesan|catatan dari pembeli|tippani|baat|tafseel|vivaran',
};

/** Headers of columns that look like one of ours and are not. */
const OTHERS =
  'fax|fax number|fax no|telefax|website|web site|url|web|site|domain|linkedin|facebook|instagram|twitter|industry|segment|category|sub category|subcategory|product category|brand|vendor|manufacturer|ship mode|shipping method|delivery method|carrier|tracking number|tracking no|tracking|awb|payment method|payment|payment type|mode of payment|discount|discount code|discount amount|discount %|profit|margin|tax|taxes|vat|gst|sales tax|tax amount|shipping cost|shipping|shipping amount|shipping fee|weight|size|color|colour|variant|job title|title job|designation job|position held|department|gender|sex|age|rating|score|lead score|priority|tags|tag|type|customer type|lead type|subject|latitude|longitude|ip address|ip|accepts marketing|marketing consent|consent|newsletter|salutation|prefix|suffix|middle name|middle initial|nickname|mr mrs|annual revenue|employees|no of employees|number of employees|last modified|last modified date|updated at|modified|last updated|cancelled at|time|hora|heure|uhrzeit|ora|jam|ad name|ad id|adset name|adset id|campaign name|campaign id|form name|is organic|campaign|medium|sl no|s no|sno|sr no|serial no|serial number|#|no|nr|n|num|nomor|gstin|gst no|pan|pan no|vat number|tax id|cuit|rfc|cnpj|cpf|cif nif|nif|cif|siret|siren|partita iva|p iva|codice fiscale|npwp|nik|ust id|ustid|iban|address 2|address line 2|address2|billing address 2|shipping address 2|billing address2|shipping address2|line 2|market|product line|warehouse|branch|bin|row|index|rank|product id count|refunded amount|cost|unit|uom|unit of measure|einheit|mwst|steuer|rabatt|descuento|desconto|remise|sconto|diskon|impuesto|iva|imposto|tva|pajak|ongkir|ongkos kirim|categoria|categorie|kategorie|kategori|anrede|geschlecht|sexo|sesso|sexe|civilite|genero|jenis kelamin|telefax nummer|year|month|day|quarter|week';

/** How a header was recognised. */
export interface HeaderMatch {
  field: FieldName | '';
  /** 1: its very words; 0.85: with a word around it that says whose; 0.6: only part of it; 0: not at all. */
  strength: number;
  /** Place in the field's list, the plainest first. */
  rank: number;
  /** The header names something known that is none of our fields. */
  other: boolean;
}

const byAlias = new Map<string, { field: FieldName; rank: number }>();
const others = new Set<string>();

function build(): void {
  for (const field of Object.keys(ALIASES) as FieldName[]) {
    ALIASES[field].split('|').forEach((alias, rank) => {
      if (!byAlias.has(alias)) byAlias.set(alias, { field, rank });
    });
  }
  for (const other of OTHERS.split('|')) others.add(other);
}

/** Words around a header that say whose it is, or how it is to be filled, and change nothing else. */
const AROUND = new Set(
  'customer client buyer billing bill shipping ship delivery recipient primary main your the contact lead user guest person home work personal business mailing postal preferred current my no number nr num # to of de del du do da des des von der des cliente clients clientes kunde kunden kunden pelanggan pembeli acheteur comprador customers s required optional obligatorio obrigatorio obligatoire pflichtfeld wajib a ka ki ke enter please 1 2 3 i ii first second new full'.split(
    ' ',
  ),
);

function isDateField(field: FieldName): boolean {
  return field === 'orderDate' || field === 'leadDate';
}

/** Headers that say only "date", which belong to the order or to the lead as the source has it. */
const GENERIC_DATE =
  /^(?:created|date|timestamp|datetime|fecha|data|datum|tanggal|tgl|waktu|tarikh|tareekh|tithi|dinank|creation|create|erstell|marca temporal|carimbo|horodateur|zeitstempel|stempel waktu|informazioni cronologiche)/;

function settle(field: FieldName, alias: string, kind: SourceKind): FieldName {
  if (isDateField(field) && GENERIC_DATE.test(alias)) return kind === 'orders' ? 'orderDate' : 'leadDate';
  if (field === 'recordId' && alias === 'row id' && kind === 'orders') return 'lineId';
  return field;
}

function exact(words: string, kind: SourceKind): { field: FieldName; rank: number } | undefined {
  const found = byAlias.get(words);
  return found && { field: settle(found.field, words, kind), rank: found.rank };
}

const NONE: HeaderMatch = { field: '', strength: 0, rank: 0, other: false };

/** A header's own words: without line breaks, brackets that say how to fill it, and camel case pulled apart. */
export function headerWords(header: string): string {
  const bare = header.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
  const text = /[\p{L}\p{N}#]/u.test(bare) ? bare : header;
  return foldWords(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/** What a header says its column holds. Which date a bare "date" is depends on `kind`. */
export function matchHeader(header: string, kind: SourceKind): HeaderMatch {
  if (byAlias.size === 0) build();
  const joined = foldWords(header);
  const words = headerWords(header);
  if (words === '') return NONE;
  for (const form of [joined, words, words.replace(/ /g, '')]) {
    const found = exact(form, kind);
    if (found !== undefined) return { ...found, strength: 1, other: false };
    if (others.has(form)) return { ...NONE, other: true };
  }
  const core = words.split(' ').filter((word) => !AROUND.has(word));
  const found = core.length === 0 ? undefined : exact(core.join(' '), kind);
  if (found !== undefined) return { ...found, rank: found.rank + 100, strength: 0.85, other: false };
  if (others.has(core.join(' '))) return { ...NONE, other: true };
  return partial(core, kind);
}

function partial(core: readonly string[], kind: SourceKind): HeaderMatch {
  for (let length = Math.min(3, core.length - 1); length >= 1; length--) {
    for (const part of [core.slice(-length), core.slice(0, length)]) {
      const found = exact(part.join(' '), kind);
      if (found !== undefined && part.join('').length >= 3)
        return { field: found.field, rank: found.rank + 200, strength: 0.6, other: false };
    }
  }
  return NONE;
}
