package org.torg.persistence.tx;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Sets the parameters of a statement by their types. */
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(place, text);
        } else if (value instanceof Integer number) {
            statement.setInt(place, number);
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(place, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(place, flag);
        } else if (value instanceof Instant moment) {
            statement.setLong(place, Moments.micros(moment));
        } else if (value instanceof LocalDate date) {
            statement.setDate(place, Date.valueOf(date));
        } else if (value instanceof Sql.Absent absent) {
            statement.setNull(place, absent.type());
        } else {
            throw new IllegalArgumentException("no SQL type for " + value.getClass());
        }
    }
}
