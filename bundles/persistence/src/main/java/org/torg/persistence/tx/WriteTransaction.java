package org.torg.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.torg.api.StoreException;

/** One entity manager and one connection, which commit together. */
final class WriteTransaction extends OpenTransaction {

    private final EntityManager entityManager;
    private final Connection connection;

    WriteTransaction(EntityManagerFactory entityManagers) {
        try {
            entityManager = entityManagers.createEntityManager();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
        try {
            entityManager.getTransaction().begin();
            // Begins on the database too, so that queries and plain statements share one connection.
            connection = entityManager.unwrap(Connection.class);
        } catch (RuntimeException e) {
            StoreException failure = Failures.of(e);
            closeAfter(failure);
            throw failure;
        }
    }

    void commit() {
        try {
            entityManager.getTransaction().commit();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    @Override
    <R> R onConnection(ConnectionWork<R> work) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    EntityManager entityManager() {
        return entityManager;
    }

    @Override
    void requireWrite() {
        // It is one.
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        try {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            throw Failures.of(e);
        } finally {
            entityManager.close();
        }
    }

    private void closeAfter(StoreException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
