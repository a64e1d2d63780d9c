package org.torg.api.catalog;

import org.torg.api.Message;

/**
 * What is wrong with a row.
 *
 * @param line of the file where the row begins, from 1 (the header)
 * @param column name of the column; empty when the row as a whole is meant
 * @param sku as written; may be empty
 * @param code machine code, such as {@code number-invalid}
 */
public record ImportReportLine(long line, String column, String sku, String code, Message message) {}
