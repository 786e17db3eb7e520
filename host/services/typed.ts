/**
 * Checked when compiling and never run: what a class of the host has in common with Google's must have Google's signatures. A method that is
 * not Google's is allowed only where it is the host's own (enum values, for example, which Google's types call numbers).
 */
import type { HostBlob } from './blob';
import type { HostCache, HostCacheService } from './cache';
import type { HostConditionalFormatRule, HostConditionalFormatRuleBuilder } from './conditional-format';
import type { HostDataValidation, HostDataValidationBuilder } from './data-validation';
import type {
  HostDeveloperMetadata,
  HostDeveloperMetadataFinder,
  HostDeveloperMetadataLocation,
} from './developer-metadata';
import type { HostFilter, HostFilterCriteria, HostFilterCriteriaBuilder } from './filter';
import type { HostHtmlOutput, HostHtmlService, HostHtmlTemplate } from './html';
import type { HostLock, HostLockService } from './lock';
import type { HostMailApp } from './mail';
import type { HostNamedRange } from './named-range';
import type { HostProperties, HostPropertiesService } from './properties';
import type { HostProtection } from './protected';
import type { HostRange } from './range';
import type { HostRangeList } from './range-list';
import type { HostClockTriggerBuilder, HostScriptApp, HostSpreadsheetTriggerBuilder, HostTrigger } from './script-app';
import type { HostLogger, HostSession } from './session';
import type { HostSheet } from './sheet';
import type { HostSpreadsheet } from './spreadsheet';
import type { HostSpreadsheetApp } from './spreadsheet-app';
import type { HostTextFinder } from './text-finder';
import type { HostMenu, HostUi } from './ui';
import type { HostHTTPResponse, HostUrlFetchApp } from './url-fetch';
import type { HostUtilities } from './utilities';

/** Compiles only where `H` can stand where `T` is expected, for all that both have. */
type Same<H extends Pick<T, keyof H & keyof T>, T> = [H, T];

export type Checked = [
  Same<HostBlob, GoogleAppsScript.Base.Blob>,
  Same<HostCache, GoogleAppsScript.Cache.Cache>,
  Same<HostCacheService, GoogleAppsScript.Cache.CacheService>,
  Same<HostConditionalFormatRule, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>,
  Same<HostConditionalFormatRuleBuilder, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>,
  Same<HostDataValidation, GoogleAppsScript.Spreadsheet.DataValidation>,
  Same<HostDataValidationBuilder, GoogleAppsScript.Spreadsheet.DataValidationBuilder>,
  Same<HostDeveloperMetadata, GoogleAppsScript.Spreadsheet.DeveloperMetadata>,
  Same<HostDeveloperMetadataFinder, GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>,
  Same<HostDeveloperMetadataLocation, GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>,
  Same<HostFilter, GoogleAppsScript.Spreadsheet.Filter>,
  Same<HostFilterCriteria, GoogleAppsScript.Spreadsheet.FilterCriteria>,
  Same<HostFilterCriteriaBuilder, GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>,
  Same<HostHtmlOutput, GoogleAppsScript.HTML.HtmlOutput>,
  Same<HostHtmlService, GoogleAppsScript.HTML.HtmlService>,
  Same<HostHtmlTemplate, GoogleAppsScript.HTML.HtmlTemplate>,
  Same<HostLock, GoogleAppsScript.Lock.Lock>,
  Same<HostLockService, GoogleAppsScript.Lock.LockService>,
  Same<HostLogger, GoogleAppsScript.Base.Logger>,
  Same<HostMailApp, GoogleAppsScript.Mail.MailApp>,
  Same<HostMenu, GoogleAppsScript.Base.Menu>,
  Same<HostNamedRange, GoogleAppsScript.Spreadsheet.NamedRange>,
  Same<HostProperties, GoogleAppsScript.Properties.Properties>,
  Same<HostPropertiesService, GoogleAppsScript.Properties.PropertiesService>,
  Same<HostProtection, GoogleAppsScript.Spreadsheet.Protection>,
  Same<HostRange, GoogleAppsScript.Spreadsheet.Range>,
  Same<HostRangeList, GoogleAppsScript.Spreadsheet.RangeList>,
  Same<HostScriptApp, GoogleAppsScript.Script.ScriptApp>,
  Same<HostClockTriggerBuilder, GoogleAppsScript.Script.ClockTriggerBuilder>,
  Same<HostSpreadsheetTriggerBuilder, GoogleAppsScript.Script.SpreadsheetTriggerBuilder>,
  Same<HostTrigger, GoogleAppsScript.Script.Trigger>,
  Same<HostSession, GoogleAppsScript.Base.Session>,
  Same<HostSheet, GoogleAppsScript.Spreadsheet.Sheet>,
  Same<HostSpreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>,
  Same<HostSpreadsheetApp, GoogleAppsScript.Spreadsheet.SpreadsheetApp>,
  Same<HostTextFinder, GoogleAppsScript.Spreadsheet.TextFinder>,
  Same<HostUi, GoogleAppsScript.Base.Ui>,
  Same<HostUrlFetchApp, GoogleAppsScript.URL_Fetch.UrlFetchApp>,
  Same<HostHTTPResponse, GoogleAppsScript.URL_Fetch.HTTPResponse>,
  Same<HostUtilities, GoogleAppsScript.Utilities.Utilities>,
];
