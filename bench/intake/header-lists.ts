import type { SourceKind } from '../../src/intake/record';

/** Headers of a real kind of export, each with the field it is: `header>field`, or the header alone where it is none of ours. */
export interface HeaderList {
  from: string;
  kind: SourceKind;
  headers: readonly string[];
}

function list(from: string, kind: SourceKind, headers: string): HeaderList {
  return { from, kind, headers: headers.split('|') };
}

/** Header rows as shops, forms, CRMs and people's own sheets have them. */
export const HEADER_LISTS: readonly HeaderList[] = [
  list(
    'Shopify orders',
    'orders',
    'Name>orderId|Email>email|Financial Status>status|Paid at|Fulfilled at>shipDate|Accepts Marketing|Currency>currency|Subtotal|Shipping|Taxes|Total>amount|Discount Code|Discount Amount|Shipping Method|Created at>orderDate|Lineitem quantity>quantity|Lineitem name>article|Lineitem price>unitPrice|Lineitem sku>sku|Billing Name>name|Billing Address1>address|Billing City>city|Billing Zip>postcode|Billing Province>region|Billing Country>country|Billing Phone>phone|Notes>note|Payment Method|Vendor|Tags|Source>channel',
  ),
  list(
    'WooCommerce orders',
    'orders',
    'Order Number>orderId|Order Status>status|Order Date>orderDate|Customer Note>note|First Name (Billing)>given|Last Name (Billing)>family|Company (Billing)>company|Address 1&2 (Billing)>address|City (Billing)>city|State Code (Billing)>region|Postcode (Billing)>postcode|Country Code (Billing)>country|Email (Billing)>email|Phone (Billing)>phone|Payment Method Title|Order Total Amount>amount|SKU>sku|Item Name>article|Quantity>quantity|Item Cost>unitPrice',
  ),
  list(
    'Amazon orders',
    'orders',
    'order-id>orderId|order-item-id>lineId|purchase-date>orderDate|payments-date|buyer-email>email|buyer-name>name|buyer-phone-number>phone|sku>sku|product-name>article|quantity-purchased>quantity|currency>currency|item-price>unitPrice|ship-address-1>address|ship-city>city|ship-state>region|ship-postal-code>postcode|ship-country>country',
  ),
  list(
    'eBay orders',
    'orders',
    'Sales Record Number|Order Number>orderId|Buyer Username>customerId|Buyer Name>name|Buyer Email>email|Buyer Note>note|Ship To Phone>phone|Ship To Address 1>address|Ship To City>city|Ship To State>region|Ship To Zip>postcode|Ship To Country>country|Item Number>sku|Item Title>article|Quantity>quantity|Sold For>unitPrice|Total Price>amount|Payment Method|Sale Date>orderDate|Shipped On Date>shipDate|Tracking Number',
  ),
  list(
    'Superstore',
    'orders',
    'Row ID>lineId|Order ID>orderId|Order Date>orderDate|Ship Date>shipDate|Ship Mode|Customer ID>customerId|Customer Name>name|Segment|Country/Region>country|City>city|State/Province>region|Postal Code>postcode|Product ID>sku|Category|Sub-Category|Product Name>article|Sales>amount|Quantity>quantity|Discount|Profit',
  ),
  list(
    'Etsy orders',
    'orders',
    'Sale Date>orderDate|Order ID>orderId|Buyer User ID>customerId|Full Name>name|Number of Items>quantity|Date Shipped>shipDate|Street 1>address|Ship City>city|Ship State>region|Ship Zipcode>postcode|Ship Country>country|Currency>currency|Order Value>amount|Status>status|SKU>sku',
  ),
  list(
    'own sheet 1',
    'orders',
    'S.No|Date>orderDate|Order No.>orderId|Customer Name>name|Mobile No.>phone|E-mail ID>email|Item>article|Qty.>quantity|Rate>unitPrice|Amt>amount|Remarks>note',
  ),
  list(
    'own sheet 2',
    'orders',
    'order id>orderId|customer>name|contact no>phone|city>city|product>article|price>unitPrice|total amount>amount|order status>status|delivery date>shipDate|sales person>owner',
  ),
  list(
    'Tally',
    'orders',
    'Invoice No.>orderId|Invoice Date>orderDate|Party Name>name|GSTIN|Mobile Number>phone|Pin Code>postcode|State>region|Description of Goods|Quantity (Nos)>quantity|Rate (INR)>unitPrice|Invoice Amount>amount|Due Date>dueDate',
  ),
  list(
    'HubSpot',
    'leads',
    'Record ID>recordId|First Name>given|Last Name>family|Email>email|Phone Number>phone|Contact owner>owner|Lead Status>status|Create Date>leadDate|Last Activity Date>contactDate|Company name>company|City>city|Country/Region>country|Original Source>channel',
  ),
  list(
    'Salesforce',
    'leads',
    'Lead ID>recordId|First Name>given|Last Name>family|Title|Company / Account>company|Email>email|Phone>phone|Mobile>phone|Street>address|City>city|State/Province>region|Zip/Postal Code>postcode|Country>country|Lead Source>channel|Lead Status>status|Lead Owner>owner|Create Date>leadDate|Last Activity>contactDate|Rating|Industry',
  ),
  list(
    'Facebook lead ads',
    'leads',
    'id>recordId|created_time>leadDate|ad_id|ad_name|campaign_name|form_name|is_organic|platform>channel|full_name>name|phone_number>phone|email>email|city>city|lead_status>status',
  ),
  list(
    'Google Forms',
    'leads',
    'Timestamp>leadDate|Email Address>email|Your name>name|Phone number>phone|How did you hear about us?>channel|Message>note',
  ),
  list(
    'library leads',
    'leads',
    'Name >name|Email id >email|Phone number >phone|Date>leadDate|Date contacted >contactDate|City>city|Status>status|Comments>note',
  ),
  list(
    'education centre',
    'leads',
    'Full Name>name|Phone>phone|Email>email|Source>channel|Notes>note|Assigned To>owner|Follow Up Date>dueDate',
  ),
  list(
    'Pipedrive',
    'leads',
    'Person - Name>name|Person - Email>email|Person - Phone>phone|Organization - Name>company|Deal - Owner>owner|Deal - Stage>status|Deal - Value>amount|Deal - Expected close date>dueDate',
  ),
  list(
    'Zoho',
    'leads',
    'Record Id>recordId|Lead Owner>owner|Company>company|First Name>given|Last Name>family|Email>email|Phone>phone|Mobile>phone|Lead Source>channel|Lead Status>status|Street>address|City>city|State>region|Zip Code>postcode|Country>country|Description>note|Created Time>leadDate',
  ),
  list(
    'Google Contacts',
    'leads',
    'Given Name>given|Family Name>family|Birthday>birthDate|Notes>note|E-mail 1 - Value>email|Phone 1 - Value>phone|Phone 2 - Value>phone|Address 1 - Formatted>address|Organization 1 - Name>company',
  ),
  list(
    'with line breaks',
    'leads',
    'Customer\nName>name|Phone\nNumber>phone|E-MAIL\nADDRESS>email|DATE OF\nINQUIRY>leadDate|NEXT\nFOLLOW-UP>dueDate|SALES\nREP>owner',
  ),
  list(
    'with hints',
    'leads',
    'Full name *>name|Phone (with country code)>phone|E-mail (required)>email|Date (dd/mm/yyyy)>leadDate|City/Town>city|Comments (optional)>note',
  ),
  list(
    'patients',
    'leads',
    'Patient Name>name|DOB>birthDate|Mobile>phone|Email>email|Appointment Date|Referred By|Address>address|Pincode>postcode',
  ),
  list(
    'Spanish shop',
    'orders',
    'Nº de pedido>orderId|Fecha del pedido>orderDate|Nombre del cliente>name|Teléfono>phone|Correo electrónico>email|Dirección>address|Ciudad>city|Provincia>region|Código postal>postcode|País>country|Producto>article|Cantidad>quantity|Precio unitario>unitPrice|Importe total>amount|Moneda>currency|Estado del pedido>status|Fecha de envío>shipDate',
  ),
  list(
    'Spanish leads',
    'leads',
    'Marca temporal>leadDate|Nombre>given|Apellidos>family|Móvil>phone|Correo>email|Empresa>company|Origen>channel|Responsable>owner|Próximo seguimiento>dueDate|Observaciones>note',
  ),
  list(
    'Portuguese shop',
    'orders',
    'Número do pedido>orderId|Data do pedido>orderDate|Nome do cliente>name|Telefone>phone|E-mail>email|Endereço>address|Cidade>city|UF>region|CEP>postcode|Produto>article|Qtde>quantity|Preço unitário>unitPrice|Valor total>amount|Situação>status|Data de envio>shipDate',
  ),
  list(
    'Portuguese leads',
    'leads',
    'Carimbo de data/hora>leadDate|Nome completo>name|Celular>phone|E-mail>email|Cidade>city|Origem>channel|Vendedor>owner|Observações>note|Data de nascimento>birthDate',
  ),
  list(
    'French shop',
    'orders',
    'N° de commande>orderId|Date de commande>orderDate|Nom du client>name|Téléphone>phone|Courriel>email|Adresse>address|Ville>city|Code postal>postcode|Pays>country|Désignation>article|Quantité>quantity|Prix unitaire>unitPrice|Montant TTC>amount|Devise>currency|Statut>status|Date de livraison>shipDate',
  ),
  list(
    'French leads',
    'leads',
    'Horodateur>leadDate|Prénom>given|Nom>family|Portable>phone|Adresse e-mail>email|Société>company|Provenance>channel|Commercial>owner|Date de relance>dueDate|Remarques>note',
  ),
  list(
    'German shop',
    'orders',
    'Bestellnummer>orderId|Bestelldatum>orderDate|Kundennummer>customerId|Kundenname>name|Telefon>phone|E-Mail-Adresse>email|Straße und Hausnummer>address|PLZ>postcode|Ort>city|Land>country|Artikelnummer>sku|Bezeichnung>article|Menge>quantity|Einzelpreis>unitPrice|Gesamtbetrag>amount|Währung>currency|Bestellstatus>status|Versanddatum>shipDate',
  ),
  list(
    'German leads',
    'leads',
    'Zeitstempel>leadDate|Vorname>given|Nachname>family|Firma>company|Handy>phone|E-Mail>email|Quelle>channel|Zuständig>owner|Wiedervorlage>dueDate|Bemerkungen>note|Geburtsdatum>birthDate',
  ),
  list(
    'Italian shop',
    'orders',
    'Numero ordine>orderId|Data ordine>orderDate|Nome e cognome>name|Cellulare>phone|Indirizzo e-mail>email|Indirizzo>address|Città>city|CAP>postcode|Provincia>region|Prodotto>article|Quantità>quantity|Prezzo unitario>unitPrice|Importo totale>amount|Valuta>currency|Stato ordine>status|Data di spedizione>shipDate',
  ),
  list(
    'Italian leads',
    'leads',
    'Informazioni cronologiche>leadDate|Nome>given|Cognome>family|Numero di telefono>phone|Azienda>company|Provenienza>channel|Referente commerciale|Scadenza>dueDate|Note>note',
  ),
  list(
    'Indonesian shop',
    'orders',
    'No. Pesanan>orderId|Tanggal Pesanan>orderDate|Nama Pelanggan>name|No. HP>phone|Email>email|Alamat>address|Kota>city|Provinsi>region|Kode Pos>postcode|Nama Produk>article|Jumlah>quantity|Harga Satuan>unitPrice|Total Pembayaran>amount|Status Pesanan>status|Tanggal Pengiriman>shipDate',
  ),
  list(
    'Indonesian leads',
    'leads',
    'Stempel waktu>leadDate|Nama Lengkap>name|Nomor WhatsApp>phone|Alamat Email>email|Sumber>channel|Penanggung Jawab>owner|Catatan>note|Tanggal Lahir>birthDate',
  ),
  list(
    'Hindi in Latin letters',
    'leads',
    'Tarikh>leadDate|Naam>name|Mobile nambar>phone|Shehar>city|Pata>address|Tippani>note',
  ),
  list(
    'Urdu in Latin letters',
    'orders',
    'Tareekh>orderDate|Naam>name|Raabta number>phone|Shehr>city|Saaman>article|Tadaad>quantity|Qeemat>unitPrice|Kul raqam>amount',
  ),
  list(
    'shouting',
    'orders',
    'ORDER#>orderId|ORDER DT>orderDate|CUST NAME>name|PHONE NO>phone|EMAIL ID>email|ADDR>address|ZIP CODE>postcode|ITEM DESC>article|QTY>quantity|UNIT PRICE>unitPrice|TOTAL AMT>amount|STATUS>status',
  ),
  list(
    'camel case',
    'orders',
    'orderId>orderId|orderDate>orderDate|customerName>name|customerEmail>email|phoneNumber>phone|shippingAddress>address|productName>article|unitPrice>unitPrice|totalAmount>amount|orderStatus>status',
  ),
  list(
    'Stripe',
    'orders',
    'id>recordId|Seller Message|Created (UTC)>orderDate|Amount>amount|Currency>currency|Fee|Tax|Mode|Status>status|Customer ID>customerId|Customer Email>email|Card ID|Invoice ID>orderId',
  ),
  list(
    'Outlook',
    'leads',
    'Title|First Name>given|Middle Name|Last Name>family|Suffix|Company>company|Department|Job Title|Business Street>address|Business City>city|Business State>region|Business Postal Code>postcode|Business Country/Region>country|Business Fax|Business Phone>phone|Mobile Phone>phone|Birthday>birthDate|E-mail Address>email|Notes>note|Web Page|Spouse|Gender|Profession',
  ),
  list(
    'Mailchimp',
    'leads',
    'Email Address>email|First Name>given|Last Name>family|Address>address|Phone Number>phone|Birthday>birthDate|MEMBER_RATING|OPTIN_TIME>leadDate|LATITUDE|TIMEZONE|REGION>region|TAGS',
  ),
  list(
    'Shopee',
    'orders',
    'No. Pesanan>orderId|Status Pesanan>status|No. Resi|Opsi Pengiriman|Waktu Pesanan Dibuat>orderDate|Nama Produk>article|Nomor Referensi SKU>sku|Harga Awal>unitPrice|Jumlah>quantity|Username (Pembeli)>customerId|Nama Penerima>name|No. Telepon>phone|Alamat Pengiriman>address|Kota/Kabupaten>city|Provinsi>region|Catatan dari Pembeli>note',
  ),
  list(
    'Mercado Libre',
    'orders',
    '# de venta>orderId|Fecha de venta>orderDate|Estado>status|Unidades>quantity|Total (ARS)>amount|SKU>sku|Título de la publicación>article|Comprador>name|DNI|Domicilio>address|Ciudad>city|Código postal>postcode|Forma de entrega|Fecha de entrega>shipDate',
  ),
  list(
    'Italian trade',
    'orders',
    'N. Ordine>orderId|Data>orderDate|Cliente>name|Ragione sociale>company|P.IVA|Tel.>phone|Mail>email|CAP>postcode|Prov.>region|Descrizione>article|Q.tà>quantity|Prezzo>unitPrice|Totale>amount|Pagamento',
  ),
  list(
    'Portuguese trade',
    'orders',
    'Nº Pedido>orderId|Data>orderDate|Cliente>name|CPF/CNPJ|Telefone>phone|E-mail>email|Endereço>address|Bairro|Cidade>city|UF>region|CEP>postcode|Produto>article|Qtd.>quantity|Frete|Situação>status|Vendedor>owner',
  ),
  list(
    'German trade',
    'orders',
    'Auftrags-Nr.>orderId|Auftragsdatum>orderDate|Kunden-Nr.>customerId|Firma>company|Ansprechpartner>name|Tel.-Nr.>phone|E-Mail>email|Artikel-Nr.>sku|Artikelbezeichnung>article|MwSt.|Liefertermin>shipDate|Status>status|Sachbearbeiter>owner',
  ),
];
