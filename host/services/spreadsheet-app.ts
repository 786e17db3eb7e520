import { HostConditionalFormatRuleBuilder } from './conditional-format';
import { HostDataValidationBuilder } from './data-validation';
import * as enums from './enums';
import { HostFilterCriteriaBuilder } from './filter';
import { makeSheet, makeSpreadsheet } from './make';
import { call, Exception, handle, needScope, needSheets, port } from './realm';
import { HostTextStyleBuilder } from './text-style';
import { HostUi } from './ui';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** SpreadsheetApp: the way in. */
export class HostSpreadsheetApp {
  readonly AutoFillSeries = enums.AutoFillSeries;
  readonly BandingTheme = enums.BandingTheme;
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly Dimension = enums.Dimension;
  readonly Direction = enums.Direction;
  readonly InterpolationType = enums.InterpolationType;
  readonly ProtectionType = enums.ProtectionType;
  readonly RecalculationInterval = enums.RecalculationInterval;
  readonly RelativeDate = enums.RelativeDate;
  readonly SheetType = enums.SheetType;
  readonly TextDirection = enums.TextDirection;
  readonly WrapStrategy = enums.WrapStrategy;

  getActive(): Spreadsheet {
    return this.getActiveSpreadsheet();
  }
  getActiveSpreadsheet(): Spreadsheet {
    handle();
    needSheets('SpreadsheetApp.getActiveSpreadsheet');
    return makeSpreadsheet();
  }
  /** Opens this host's workbook by its own id; other files are not within reach. */
  openById(id: string): Spreadsheet {
    needScope('SpreadsheetApp.openById', 'spreadsheets');
    return call('SpreadsheetApp.openById', 'read', () => {
      if (id !== port.book.id)
        throw new Exception(`Unexpected error while getting the method or property openById on object SpreadsheetApp.`);
      return makeSpreadsheet();
    });
  }
  openByUrl(url: string): Spreadsheet {
    return this.openById(/\/d\/([^/]+)/.exec(url)?.[1] ?? url);
  }
  flush(): void {
    call('SpreadsheetApp.flush', 'flush', () => undefined);
  }
  getUi(): GoogleAppsScript.Base.Ui {
    handle();
    if (!port.run.hasEditor) throw new Exception('Cannot call SpreadsheetApp.getUi() from this context.');
    return new HostUi() as never;
  }
  getActiveSheet(): Sheet {
    handle();
    needSheets('SpreadsheetApp.getActiveSheet');
    return makeSheet(port.book.view.active);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange() as Range;
  }
  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList {
    return this.getActiveSheet().getActiveRangeList() as GoogleAppsScript.Spreadsheet.RangeList;
  }
  getCurrentCell(): Range {
    return this.getActiveSheet().getCurrentCell() as Range;
  }
  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    return this.getActiveSheet().getSelection();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }
  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return new HostDataValidationBuilder() as never;
  }
  newConditionalFormatRule(): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
    return new HostConditionalFormatRuleBuilder() as never;
  }
  newTextStyle(): GoogleAppsScript.Spreadsheet.TextStyleBuilder {
    return new HostTextStyleBuilder() as never;
  }
  newFilterCriteria(): GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
    return new HostFilterCriteriaBuilder() as never;
  }
}
