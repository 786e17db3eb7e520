import { enumOf } from './realm';

type S = typeof GoogleAppsScript.Spreadsheet;

export const AutoFillSeries = enumOf<S['AutoFillSeries']>('DEFAULT_SERIES', 'ALTERNATE_SERIES');
export const BandingTheme = enumOf<S['BandingTheme']>(
  'LIGHT_GREY',
  'CYAN',
  'GREEN',
  'YELLOW',
  'ORANGE',
  'BLUE',
  'TEAL',
  'GREY',
  'BROWN',
  'LIGHT_GREEN',
  'INDIGO',
  'PINK',
);
export const BooleanCriteria = enumOf<S['BooleanCriteria']>(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_NOT_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_NOT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
);
export const BorderStyle = enumOf<S['BorderStyle']>(
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
);
export const CopyPasteType = enumOf<S['CopyPasteType']>(
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
);
export const DataValidationCriteria = enumOf<S['DataValidationCriteria']>(
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
);
export const DeveloperMetadataLocationType = enumOf<S['DeveloperMetadataLocationType']>(
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
);
export const DeveloperMetadataVisibility = enumOf<S['DeveloperMetadataVisibility']>('DOCUMENT', 'PROJECT');
export const Dimension = enumOf<S['Dimension']>('COLUMNS', 'ROWS');
export const Direction = enumOf<S['Direction']>('UP', 'DOWN', 'PREVIOUS', 'NEXT');
export const InterpolationType = enumOf<S['InterpolationType']>('NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX');
export const ProtectionType = enumOf<S['ProtectionType']>('RANGE', 'SHEET');
export const RecalculationInterval = enumOf<S['RecalculationInterval']>('ON_CHANGE', 'MINUTE', 'HOUR');
export const RelativeDate = enumOf<S['RelativeDate']>(
  'TODAY',
  'TOMORROW',
  'YESTERDAY',
  'PAST_WEEK',
  'PAST_MONTH',
  'PAST_YEAR',
);
export const SheetType = enumOf<S['SheetType']>('GRID', 'OBJECT', 'DATASOURCE');
export const TextDirection = enumOf<S['TextDirection']>('LEFT_TO_RIGHT', 'RIGHT_TO_LEFT');
export const WrapStrategy = enumOf<S['WrapStrategy']>('WRAP', 'OVERFLOW', 'CLIP');

export const Weekday = enumOf<typeof GoogleAppsScript.Base.Weekday>(
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
);
export const Month = enumOf<typeof GoogleAppsScript.Base.Month>(
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
);
export const Button = enumOf<typeof GoogleAppsScript.Base.Button>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
export const ButtonSet = enumOf<typeof GoogleAppsScript.Base.ButtonSet>('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');
export const AuthMode = enumOf<typeof GoogleAppsScript.Script.AuthMode>('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
export const AuthorizationStatus = enumOf<typeof GoogleAppsScript.Script.AuthorizationStatus>(
  'NOT_REQUIRED',
  'REQUIRED',
);
export const EventType = enumOf<typeof GoogleAppsScript.Script.EventType>(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
);
export const TriggerSource = enumOf<typeof GoogleAppsScript.Script.TriggerSource>(
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
);
export const InstallationSource = enumOf<typeof GoogleAppsScript.Script.InstallationSource>(
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
);
export const SandboxMode = enumOf<typeof GoogleAppsScript.HTML.SandboxMode>('EMULATED', 'IFRAME', 'NATIVE');
export const XFrameOptionsMode = enumOf<typeof GoogleAppsScript.HTML.XFrameOptionsMode>('ALLOWALL', 'DEFAULT');
export const DigestAlgorithm = enumOf<typeof GoogleAppsScript.Utilities.DigestAlgorithm>(
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
);
export const MacAlgorithm = enumOf<typeof GoogleAppsScript.Utilities.MacAlgorithm>(
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
);
export const Charset = enumOf<typeof GoogleAppsScript.Utilities.Charset>('US_ASCII', 'UTF_8');
export const ContentMimeType = enumOf<typeof GoogleAppsScript.Content.MimeType>(
  'ATOM',
  'CSV',
  'ICAL',
  'JAVASCRIPT',
  'JSON',
  'RSS',
  'TEXT',
  'VCARD',
  'XML',
);
