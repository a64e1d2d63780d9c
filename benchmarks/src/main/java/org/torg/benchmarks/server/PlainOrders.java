package org.torg.benchmarks.server;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Plain JDBC that stores what an order stores: the rows of an order that was placed before, under new ids, and the stock
 * of three articles, in one transaction. Reads nothing, computes nothing.
 */
final class PlainOrders {
    private static final String RESERVE =
            "UPDATE stock SET reserved = reserved + ? WHERE vendor = ? AND sku = ? AND on_hand - reserved >= ?";

    private final DataSource dataSource;
    private final String order;
    private final String vendor;
    private final String number;
    private final String event;
    private final List<Copies> tables = new ArrayList<>();

    /** Rows of one table, and the statement that inserts their like. */
    private record Copies(String insert, List<Object[]> rows) {

        /** @param changed new values for old ones, wherever they stand */
        void insert(Connection connection, Map<Object, Object> changed) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        Object value = row[i];
                        statement.setObject(i + 1, value == null ? null : changed.getOrDefault(value, value));
                    }
                    if (rows.size() > 1) {
                        statement.addBatch();
                    }
                }
                if (rows.size() > 1) {
                    statement.executeBatch();
                } else {
                    statement.executeUpdate();
                }
            }
        }
    }

    /** @param order the id of one that was placed under an idempotency key, as the last one of all */
    PlainOrders(DataSource dataSource, String order) throws SQLException {
        this.dataSource = dataSource;
        this.order = order;
        try (Connection connection = dataSource.getConnection()) {
            vendor = text(connection, "SELECT vendor FROM orders WHERE id = ?", order);
            number = text(connection, "SELECT order_number FROM orders WHERE id = ?", order);
            event = text(connection, "SELECT MAX(id) FROM event WHERE id > ?", order);
            tables.add(copies(connection, "orders", "id", order));
            tables.add(copies(connection, "order_line", "order_id", order));
            tables.add(copies(connection, "command_reply", "result", order));
            tables.add(copies(connection, "audit_entry", "target", order));
            tables.add(copies(connection, "event", "id", event));
        }
        tables.add(new Copies(
                "INSERT INTO event_delivery (event_id, consumer, due_at, attempts) VALUES (?, ?, ?, ?)",
                List.<Object[]>of(new Object[] {event, "feed", 1L, 0})));
    }

    /** How many orders were stored, and how long the transactions took: {@code orders nanos p50-nanos p99-nanos}. */
    String run(int threads, Duration time, String sku, int skus) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<long[]>> runs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            runs.add(executor.submit(() -> until(end, sku, skus)));
        }
        executor.shutdown();
        List<long[]> taken = new ArrayList<>();
        for (Future<long[]> run : runs) {
            try {
                taken.add(run.get());
            } catch (java.util.concurrent.ExecutionException e) {
                throw new SQLException(e.getCause());
            }
        }
        long nanos = System.nanoTime() - start;
        long[] all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return all.length + " " + nanos + " " + all[all.length / 2] + " " + all[(int) (all.length * 0.99)];
    }

    private long[] until(long end, String sku, int skus) throws SQLException {
        long[] taken = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; count++) {
            place(sku, skus);
            long done = System.nanoTime();
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, 2 * count);
            }
            taken[count] = done - now;
            now = done;
        }
        return Arrays.copyOf(taken, count);
    }

    private void place(String sku, int skus) throws SQLException {
        String id = newId();
        Map<Object, Object> changed = Map.of(
                order, id, number, "P" + id.substring(4), key(tables), newId(), audit(tables), newId(), event, newId());
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                reserve(connection, sku, skus);
                for (Copies table : tables) {
                    table.insert(connection, changed);
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void reserve(Connection connection, String sku, int skus) throws SQLException {
        TreeSet<String> three = new TreeSet<>();
        while (three.size() < 3) {
            three.add("%s%04d".formatted(sku, ThreadLocalRandom.current().nextInt(skus)));
        }
        try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            for (String one : three) {
                statement.setInt(1, 1);
                statement.setString(2, vendor);
                statement.setString(3, one);
                statement.setInt(4, 1);
                statement.addBatch();
            }
            for (int changed : statement.executeBatch()) {
                if (changed != 1) {
                    throw new SQLException("an article is sold out, or not there");
                }
            }
        }
    }

    private static Object key(List<Copies> tables) {
        return tables.get(2).rows().get(0)[1];
    }

    private static Object audit(List<Copies> tables) {
        return tables.get(3).rows().get(0)[0];
    }

    private static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    private static Copies copies(Connection connection, String table, String column, String key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM " + table + " WHERE " + column + " = ?")) {
            statement.setString(1, key);
            try (ResultSet results = statement.executeQuery()) {
                ResultSetMetaData columns = results.getMetaData();
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnName(i));
                }
                List<Object[]> rows = new ArrayList<>();
                while (results.next()) {
                    Object[] row = new Object[names.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = columns.getColumnType(i + 1) == Types.CLOB
                                ? results.getString(i + 1)
                                : results.getObject(i + 1);
                    }
                    rows.add(row);
                }
                if (rows.isEmpty()) {
                    throw new SQLException("nothing to copy in " + table);
                }
                return new Copies(
                        "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (?"
                                + ", ?".repeat(names.size() - 1) + ")",
                        rows);
            }
        }
    }

    private static String text(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet results = statement.executeQuery()) {
                results.next();
                return results.getString(1);
            }
        }
    }
}
