package org.torg.persistence.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.torg.api.StoreException;
import org.torg.api.store.Transactions.Tx;

/**
 * What the stores see of a transaction. Each method is carried out when it returns, and each is one statement for the
 * database (a JDBC batch is one), unless it says otherwise. All failures are {@link StoreException}s.
 */
public abstract sealed class OpenTransaction implements Tx, AutoCloseable permits ReadTransaction, WriteTransaction {

    /** The transaction behind the handle that the kernel carries around. */
    public static OpenTransaction of(Tx tx) {
        if (tx instanceof OpenTransaction open) {
            return open;
        }
        throw new IllegalArgumentException("not a transaction of these stores");
    }

    interface ConnectionWork<R> {
        R with(Connection connection) throws SQLException;
    }

    abstract <R> R onConnection(ConnectionWork<R> work);

    abstract EntityManager entityManager();

    abstract void requireWrite();

    @Override
    public abstract void close();

    /** All rows of a query. */
    public <R> List<R> list(Sql sql, RowReader<R> reader) {
        return onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                Parameters.bind(statement, sql.parameters());
                try (ResultSet results = statement.executeQuery()) {
                    List<R> rows = new ArrayList<>();
                    Row row = new Row(results);
                    while (results.next()) {
                        rows.add(reader.read(row));
                    }
                    return rows;
                }
            }
        });
    }

    /** The first row of a query. */
    public <R> Optional<R> first(Sql sql, RowReader<R> reader) {
        return list(sql, reader).stream().findFirst();
    }

    /** Changes rows; answers how many. */
    public int update(Sql sql) {
        requireWrite();
        return onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                Parameters.bind(statement, sql.parameters());
                return statement.executeUpdate();
            }
        });
    }

    /** The same change for each row of parameters, in their order; answers how many rows each changed. */
    public int[] batch(String sql, List<Object[]> rows) {
        requireWrite();
        if (rows.isEmpty()) {
            return new int[0];
        }
        return onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    Parameters.bind(statement, List.of(row));
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /**
     * Inserts a row unless its key is taken; the transaction stays usable when it is, on PostgreSQL too.
     *
     * @return whether it was inserted
     */
    public boolean insertIfAbsent(Sql sql) {
        requireWrite();
        return onConnection(connection -> {
            var savepoint = connection.setSavepoint();
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                Parameters.bind(statement, sql.parameters());
                statement.executeUpdate();
                connection.releaseSavepoint(savepoint);
                return true;
            } catch (SQLException e) {
                if (!Failures.isUniqueViolation(e)) {
                    throw e;
                }
                connection.rollback(savepoint);
                return false;
            }
        });
    }

    /** Whether the database plans by statistics that it does not gather at once by itself. Costs no statement. */
    public boolean keepsStatisticsLate() {
        return onConnection(
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
    }

    /** Inserts one entity. */
    public void insert(Object entity) {
        insertAll(List.of(entity));
    }

    /** Inserts entities of one class as one batch. */
    public void insertAll(Collection<?> entities) {
        requireWrite();
        if (entities.isEmpty()) {
            return;
        }
        try {
            EntityManager manager = entityManager();
            entities.forEach(manager::persist);
            manager.flush();
            // Entities are never changed: forgetting them keeps the next flush cheap.
            manager.clear();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** The entities that a JPQL query with parameters {@code ?1}, {@code ?2} … selects, detached. */
    public <E> List<E> entities(Class<E> type, int limit, String jpql, Object... parameters) {
        try {
            TypedQuery<E> query = entityManager().createQuery(jpql, type);
            query.setHint("eclipselink.read-only", "true");
            query.setMaxResults(limit);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }
}
