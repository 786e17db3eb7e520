import { HostBlob } from './blob';
import { HostCache, HostCacheService } from './cache';
import {
  HostBooleanCondition,
  HostConditionalFormatRule,
  HostConditionalFormatRuleBuilder,
} from './conditional-format';
import { HostContentService, HostTextOutput } from './content';
import { HostDataValidation, HostDataValidationBuilder } from './data-validation';
import {
  HostDeveloperMetadata,
  HostDeveloperMetadataFinder,
  HostDeveloperMetadataLocation,
} from './developer-metadata';
import { Charset, DigestAlgorithm, MacAlgorithm } from './enums';
import { HostFilter, HostFilterCriteria, HostFilterCriteriaBuilder } from './filter';
import { HostHtmlOutput, HostHtmlService, HostHtmlTemplate } from './html';
import { HostLock, HostLockService } from './lock';
import { HostMailApp } from './mail';
import { MIME_TYPES } from './mime-type';
import { HostNamedRange } from './named-range';
import { HostProperties, HostPropertiesService } from './properties';
import { HostProtection } from './protected';
import { HostRange } from './range';
import { HostRangeList } from './range-list';
import {
  HostAuthorizationInfo,
  HostClockTriggerBuilder,
  HostScriptApp,
  HostService,
  HostSpreadsheetTriggerBuilder,
  HostTrigger,
  HostTriggerBuilder,
} from './script-app';
import { HostSelection } from './selection';
import { HostLogger, HostSession, makeConsole } from './session';
import { HostSheet } from './sheet';
import { HostSpreadsheet } from './spreadsheet';
import { HostSpreadsheetApp } from './spreadsheet-app';
import { HostTextFinder } from './text-finder';
import { HostTextStyle, HostTextStyleBuilder } from './text-style';
import { HostBrowser, HostMenu, HostPromptResponse, HostUi } from './ui';
import { HostHTTPResponse, HostUrlFetchApp } from './url-fetch';
import { HostUser } from './user';
import { HostUtilities } from './utilities';

type AnyClass = abstract new (...args: never[]) => object;

/** Every class of Google that the host has, by Google's name; the support table is made of this. */
export const classes: Record<string, AnyClass> = {
  'Base.Blob': HostBlob,
  'Base.Browser': HostBrowser,
  'Base.Logger': HostLogger,
  'Base.Menu': HostMenu,
  'Base.PromptResponse': HostPromptResponse,
  'Base.Session': HostSession,
  'Base.Ui': HostUi,
  'Base.User': HostUser,
  'Cache.Cache': HostCache,
  'Cache.CacheService': HostCacheService,
  'Content.ContentService': HostContentService,
  'Content.TextOutput': HostTextOutput,
  'HTML.HtmlOutput': HostHtmlOutput,
  'HTML.HtmlService': HostHtmlService,
  'HTML.HtmlTemplate': HostHtmlTemplate,
  'Lock.Lock': HostLock,
  'Lock.LockService': HostLockService,
  'Mail.MailApp': HostMailApp,
  'Properties.Properties': HostProperties,
  'Properties.PropertiesService': HostPropertiesService,
  'Script.AuthorizationInfo': HostAuthorizationInfo,
  'Script.ClockTriggerBuilder': HostClockTriggerBuilder,
  'Script.ScriptApp': HostScriptApp,
  'Script.Service': HostService,
  'Script.SpreadsheetTriggerBuilder': HostSpreadsheetTriggerBuilder,
  'Script.Trigger': HostTrigger,
  'Script.TriggerBuilder': HostTriggerBuilder,
  'Spreadsheet.BooleanCondition': HostBooleanCondition,
  'Spreadsheet.ConditionalFormatRule': HostConditionalFormatRule,
  'Spreadsheet.ConditionalFormatRuleBuilder': HostConditionalFormatRuleBuilder,
  'Spreadsheet.DataValidation': HostDataValidation,
  'Spreadsheet.DataValidationBuilder': HostDataValidationBuilder,
  'Spreadsheet.DeveloperMetadata': HostDeveloperMetadata,
  'Spreadsheet.DeveloperMetadataFinder': HostDeveloperMetadataFinder,
  'Spreadsheet.DeveloperMetadataLocation': HostDeveloperMetadataLocation,
  'Spreadsheet.Filter': HostFilter,
  'Spreadsheet.FilterCriteria': HostFilterCriteria,
  'Spreadsheet.FilterCriteriaBuilder': HostFilterCriteriaBuilder,
  'Spreadsheet.NamedRange': HostNamedRange,
  'Spreadsheet.Protection': HostProtection,
  'Spreadsheet.Range': HostRange,
  'Spreadsheet.RangeList': HostRangeList,
  'Spreadsheet.Selection': HostSelection,
  'Spreadsheet.Sheet': HostSheet,
  'Spreadsheet.Spreadsheet': HostSpreadsheet,
  'Spreadsheet.SpreadsheetApp': HostSpreadsheetApp,
  'Spreadsheet.TextFinder': HostTextFinder,
  'Spreadsheet.TextStyle': HostTextStyle,
  'Spreadsheet.TextStyleBuilder': HostTextStyleBuilder,
  'URL_Fetch.HTTPResponse': HostHTTPResponse,
  'URL_Fetch.UrlFetchApp': HostUrlFetchApp,
  'Utilities.Utilities': HostUtilities,
};

/** The global objects of a script. */
export function makeServices(): Record<string, unknown> {
  const properties = new HostPropertiesService();
  return {
    Browser: new HostBrowser(),
    CacheService: new HostCacheService(),
    Charset,
    ContentService: new HostContentService(),
    DigestAlgorithm,
    HtmlService: new HostHtmlService(),
    LockService: new HostLockService(),
    Logger: new HostLogger(),
    MacAlgorithm,
    MailApp: new HostMailApp(),
    MimeType: MIME_TYPES,
    PropertiesService: properties,
    ScriptApp: new HostScriptApp(),
    ScriptProperties: properties.getScriptProperties(),
    Session: new HostSession(),
    SpreadsheetApp: new HostSpreadsheetApp(),
    UrlFetchApp: new HostUrlFetchApp(),
    UserProperties: properties.getUserProperties(),
    Utilities: new HostUtilities(),
    console: makeConsole(),
  };
}
