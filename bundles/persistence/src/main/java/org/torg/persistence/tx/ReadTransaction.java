package org.torg.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements that commit by themselves, each on a connection of its own. */
final class ReadTransaction extends OpenTransaction {

    private final EntityManagerFactory entityManagers;
    private final DataSource dataSource;
    private @Nullable EntityManager entityManager;

    ReadTransaction(EntityManagerFactory entityManagers, DataSource dataSource) {
        this.entityManagers = entityManagers;
        this.dataSource = dataSource;
    }

    @Override
    <R> R onConnection(ConnectionWork<R> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    EntityManager entityManager() {
        EntityManager open = entityManager;
        if (open == null) {
            open = entityManagers.createEntityManager();
            entityManager = open;
        }
        return open;
    }

    @Override
    void requireWrite() {
        throw new IllegalStateException("a change inside of Transactions.read");
    }

    @Override
    public void close() {
        if (entityManager != null) {
            entityManager.close();
        }
    }
}
