package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.torg.api.store.KeyStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;

/** Keys in memory, and transactions that do nothing. */
final class MemoryKeys implements KeyStore {

    final List<SigningKey> keys = new ArrayList<>();
    int reads;

    static Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T read(Work<T> work) {
                return work.in(new Tx() {});
            }

            @Override
            public <T> T write(Work<T> work) {
                return work.in(new Tx() {});
            }
        };
    }

    @Override
    public List<SigningKey> keys(Tx tx, String purpose) {
        reads++;
        return keys.stream()
                .filter(key -> key.purpose().equals(purpose))
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }

    @Override
    public void insert(Tx tx, SigningKey key) {
        keys.add(key);
    }

    @Override
    public void delete(Tx tx, String purpose, String id) {
        keys.removeIf(key -> key.id().equals(id));
    }
}
