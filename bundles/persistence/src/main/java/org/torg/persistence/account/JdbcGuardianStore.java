package org.torg.persistence.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.UserId;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement, {@code put} one or two. */
@Component(service = GuardianStore.class)
public final class JdbcGuardianStore implements GuardianStore {

    @Override
    public void put(Tx tx, Guardianship guardianship) {
        OpenTransaction open = OpenTransaction.of(tx);
        String guardian = guardianship.guardian().value();
        String dependant = guardianship.dependant().value();
        int updated = open.update(Sql.of(
                "UPDATE guardianship SET until_day = ?, proof = ? WHERE guardian = ? AND dependant = ?",
                guardianship.until(),
                guardianship.proof(),
                guardian,
                dependant));
        if (updated == 0) {
            open.update(Sql.of(
                    "INSERT INTO guardianship (guardian, dependant, until_day, proof) VALUES (?, ?, ?, ?)",
                    guardian,
                    dependant,
                    guardianship.until(),
                    guardianship.proof()));
        }
    }

    @Override
    public Optional<Guardianship> guardianship(Tx tx, UserId guardian, UserId dependant) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT until_day, proof FROM guardianship WHERE guardian = ? AND dependant = ?",
                                guardian.value(),
                                dependant.value()),
                        row -> new Guardianship(guardian, dependant, row.date("until_day"), row.text("proof")));
    }

    @Override
    public List<Dependant> dependants(Tx tx, UserId guardian, LocalDate day) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT p.id, p.name, g.until_day FROM guardianship g JOIN person p ON p.id = g.dependant"
                                        + " WHERE g.guardian = ? AND g.until_day >= ? AND p.active = TRUE"
                                        + " ORDER BY p.name, p.id",
                                guardian.value(),
                                day),
                        row -> new Dependant(new UserId(row.text("id")), row.text("name"), row.date("until_day")));
    }
}
