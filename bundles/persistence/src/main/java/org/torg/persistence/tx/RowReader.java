package org.torg.persistence.tx;

import java.sql.SQLException;

/** Makes a value of the current row. */
public interface RowReader<R> {
    R read(Row row) throws SQLException;
}
