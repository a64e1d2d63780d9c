package org.torg.persistence.tx;

import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.StoreException;
import org.torg.api.store.Transactions;

/**
 * Resource-local transactions. A write has one entity manager and one connection. A read has neither: each of its statements
 * takes a connection from the pool and commits by itself, so that it holds no lock and no connection while others think.
 */
@Component(service = Transactions.class)
public final class JpaTransactions implements Transactions {
    private static final int READS = 5;

    private final EntityManagerFactory entityManagers;
    private final DataSource dataSource;

    @Activate
    public JpaTransactions(
            @Reference(target = "(osgi.unit.name=torg)") EntityManagerFactory entityManagers,
            @Reference(target = "(osgi.jndi.service.name=torg)") DataSource dataSource) {
        this.entityManagers = entityManagers;
        this.dataSource = dataSource;
    }

    @Override
    public <T> T read(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (ReadTransaction tx = new ReadTransaction(entityManagers, dataSource)) {
                return work.in(tx);
            } catch (StoreException e) {
                // Derby may choose a reader as the victim of a deadlock; to read again changes nothing.
                if (e.kind() != StoreException.Kind.CONFLICT || attempt == READS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        try (WriteTransaction tx = new WriteTransaction(entityManagers)) {
            T result = work.in(tx);
            tx.commit();
            return result;
        }
    }
}
