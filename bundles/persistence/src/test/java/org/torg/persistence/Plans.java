package org.torg.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/** How a database carries out the last statement: each scan with its index, and whether it sorts. In small letters. */
public final class Plans {

    /** In the statistics of a run each scan names its table and index; a hash scan reads a whole table to find a few rows. */
    private static final Pattern DERBY =
            Pattern.compile("(Hash|Table|Index) Scan ResultSet for (\\w+)(?: using (?:index|constraint) (\\w+))?");

    private static final Pattern POSTGRESQL =
            Pattern.compile("(Sort)|(Seq Scan|Bitmap Heap Scan)|Index Scan(?: Backward)? using (\\w+)");

    private Plans() {}

    public static String last(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            QueryInfo query = database.statements().last();
            String plan = database == Database.DERBY ? derby(connection, query) : postgresql(connection, query);
            return plan.strip().toLowerCase(Locale.ROOT);
        }
    }

    private static String derby(Connection connection, QueryInfo query) throws SQLException {
        try (Statement statistics = connection.createStatement()) {
            statistics.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
            rows(connection, query.getQuery(), query);
            String told;
            try (ResultSet result = statistics.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
                result.next();
                told = result.getString(1);
            }
            statistics.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(0)");
            StringBuilder plan = new StringBuilder(told.contains("Sort ResultSet") ? "sort " : "");
            Matcher matcher = DERBY.matcher(told);
            while (matcher.find()) {
                plan.append(matcher.group(1))
                        .append(' ')
                        .append(matcher.group(3))
                        .append(' ');
            }
            return plan.toString();
        }
    }

    private static String postgresql(Connection connection, QueryInfo query) throws SQLException {
        // The few rows of a test are as quickly sorted, and read as a whole; many are not.
        try (Statement settings = connection.createStatement()) {
            settings.execute("SET enable_sort = off");
            settings.execute("SET enable_bitmapscan = off");
        }
        List<String> lines = rows(connection, "EXPLAIN " + query.getQuery(), query);
        try (Statement settings = connection.createStatement()) {
            settings.execute("RESET ALL");
        }
        StringBuilder plan = new StringBuilder();
        for (String line : lines) {
            Matcher matcher = POSTGRESQL.matcher(line);
            if (matcher.find() && !line.contains("Sort Key")) {
                plan.append(matcher.group(3) == null ? matcher.group() : "Index " + matcher.group(3))
                        .append(' ');
            }
        }
        return plan.toString();
    }

    private static List<String> rows(Connection connection, String sql, QueryInfo query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                statement.setObject((Integer) parameter.getArgs()[0], parameter.getArgs()[1]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }
}
