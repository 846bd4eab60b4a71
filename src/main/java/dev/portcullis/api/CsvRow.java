package dev.portcullis.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front, so that nobody's name or title is run on an auditor's machine.
 */
final class CsvRow {

  private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

  private CsvRow() {}

  static String of(List<String> cells) {
    return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe =
        !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
