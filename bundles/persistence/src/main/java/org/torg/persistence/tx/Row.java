package org.torg.persistence.tx;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The current row of a result, by the names of its columns. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    public int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    /** Without the zeros that the column's scale has added. */
    public BigDecimal decimal(String column) throws SQLException {
        return Amounts.plain(results.getBigDecimal(column));
    }

    public Money money(CurrencyUnit currency, String column) throws SQLException {
        return Amounts.money(currency, results.getBigDecimal(column));
    }

    public BigMoney bigMoney(CurrencyUnit currency, String column) throws SQLException {
        return Amounts.bigMoney(currency, results.getBigDecimal(column));
    }

    public CurrencyUnit currency(String column) throws SQLException {
        return CurrencyUnit.of(results.getString(column));
    }

    public Instant moment(String column) throws SQLException {
        return Moments.moment(results.getLong(column));
    }

    public Optional<Instant> optionalMoment(String column) throws SQLException {
        long micros = results.getLong(column);
        return results.wasNull() ? Optional.empty() : Optional.of(Moments.moment(micros));
    }

    public LocalDate date(String column) throws SQLException {
        return results.getDate(column).toLocalDate();
    }

    public Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(results.getDate(column)).map(Date::toLocalDate);
    }
}
