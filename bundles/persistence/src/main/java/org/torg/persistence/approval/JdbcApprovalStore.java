package org.torg.persistence.approval;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.UserId;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.Rules;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Checkout;
import org.torg.api.order.OrderId;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.account.Memberships;
import org.torg.persistence.tx.Amounts;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = ApprovalStore.class)
public final class JdbcApprovalStore implements ApprovalStore {

    private static final String APPROVAL =
            "id, vendor, account, location, cart, asked_by, currency, total, note, state,"
                    + " asked_at, decided_by, decided_at, reason, order_id";

    /** Derby would otherwise read past all rows of others. */
    private static final String BY_ACCOUNT = " --DERBY-PROPERTIES index=approval_account\n";

    private static final TypeReference<List<ApprovalRule>> RULES = new TypeReference<>() {};

    private final Documents documents = new Documents();

    @Override
    public Optional<Rules> rules(Tx tx, AccountId account) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT r.version, r.rules FROM account a LEFT JOIN approval_rules r ON r.account = a.id"
                                        + " WHERE a.id = ?",
                                account.value()),
                        row -> {
                            Optional<String> rules = row.optionalText("rules");
                            return rules.isPresent()
                                    ? new Rules(account, documents.read(rules.get(), RULES), row.number("version"))
                                    : new Rules(account, List.of(), 0);
                        });
    }

    @Override
    public Rules put(Tx tx, AccountId account, long version, List<ApprovalRule> rules) {
        OpenTransaction open = OpenTransaction.of(tx);
        String document = documents.write(rules, RULES);
        if (version == 0) {
            open.update(Sql.of(
                    "INSERT INTO approval_rules (account, version, rules) VALUES (?, 1, ?)",
                    account.value(),
                    document));
        } else if (open.update(Sql.of(
                        "UPDATE approval_rules SET rules = ?, version = version + 1 WHERE account = ? AND version = ?",
                        document,
                        account.value(),
                        version))
                == 0) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "the rules have another version", new IllegalStateException());
        }
        return new Rules(account, rules, version + 1);
    }

    @Override
    public void insert(Tx tx, Request request) {
        Approval asked = request.approval();
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO approval (id, vendor, account, location, cart, asked_by, acting_for, channel,"
                                + " currency, total, note, state, asked_at, checkout)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        asked.id().value(),
                        asked.vendor().value(),
                        asked.account().value(),
                        Sql.text(asked.location().map(LocationId::value)),
                        asked.cart().value(),
                        asked.askedBy().value(),
                        Sql.text(request.actingFor().map(UserId::value)),
                        request.channel(),
                        asked.total().getCurrencyUnit().getCode(),
                        Amounts.stored(asked.total().getAmount()),
                        asked.note(),
                        asked.state().name(),
                        asked.askedAt(),
                        documents.write(request.checkout())));
    }

    @Override
    public Optional<Request> request(Tx tx, ApprovalId id) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT " + APPROVAL + ", acting_for, channel, checkout FROM approval WHERE id = ?",
                                id.value()),
                        row -> new Request(
                                approval(row),
                                row.optionalText("acting_for").map(UserId::new),
                                row.text("channel"),
                                documents.read(row.text("checkout"), Checkout.class)));
    }

    @Override
    public boolean decide(Tx tx, Approval decided) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE approval SET state = ?, decided_by = ?, decided_at = ?, reason = ?, order_id = ?"
                                        + " WHERE id = ? AND state = ?",
                                decided.state().name(),
                                Sql.text(decided.decidedBy().map(UserId::value)),
                                Sql.moment(decided.decidedAt()),
                                Sql.text(decided.reason()),
                                Sql.text(decided.order().map(OrderId::value)),
                                decided.id().value(),
                                State.OPEN.name()))
                == 1;
    }

    @Override
    public List<Approval> find(Tx tx, Filter filter, Optional<ApprovalId> before, int limit) {
        Sql sql = Sql.of(
                "SELECT " + APPROVAL + " FROM approval" + BY_ACCOUNT + " WHERE account = ?",
                filter.account().value());
        if (filter.places().isPresent()) {
            sql.add(" AND (asked_by = ? OR ", filter.askedBy().value())
                    .addIn("location", places(filter.places().get()))
                    .add(")");
        }
        filter.state().ifPresent(state -> sql.add(" AND state = ?", state.name()));
        before.ifPresent(id -> sql.add(" AND id < ?", id.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), JdbcApprovalStore::approval);
    }

    private static List<String> places(Set<LocationId> places) {
        return places.stream().map(LocationId::value).sorted().toList();
    }

    @Override
    public List<Colleague> colleagues(Tx tx, AccountId account) {
        Sql sql = Sql.of(
                "SELECT p.id, p.email, p.name, p.language, m.role_name, m.vendor, m.account, m.location, m.functions"
                        + " FROM membership m JOIN person p ON p.id = m.person"
                        + " WHERE m.account = ? AND m.active = TRUE AND p.active = TRUE AND p.email IS NOT NULL"
                        + " ORDER BY p.id, m.role_name, m.location",
                account.value());
        List<Colleague> found = new ArrayList<>();
        // One row for each membership.
        OpenTransaction.of(tx).list(sql, row -> {
            UserId user = new UserId(row.text("id"));
            Membership membership = Memberships.read(row);
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).user().equals(user)) {
                List<Membership> more = new ArrayList<>(found.get(last).memberships());
                more.add(membership);
                found.set(last, colleague(row, user, more));
            } else {
                found.add(colleague(row, user, List.of(membership)));
            }
            return membership;
        });
        return found;
    }

    private static Colleague colleague(Row row, UserId user, List<Membership> memberships) throws SQLException {
        return new Colleague(user, row.text("email"), row.text("name"), row.text("language"), memberships);
    }

    @Override
    public List<LocationId> locations(Tx tx, AccountId account) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT id FROM location WHERE account = ? AND active = TRUE ORDER BY id",
                                account.value()),
                        row -> new LocationId(row.text("id")));
    }

    private static Approval approval(Row row) throws SQLException {
        return new Approval(
                new ApprovalId(row.text("id")),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.optionalText("location").map(LocationId::new),
                new CartId(row.text("cart")),
                new UserId(row.text("asked_by")),
                row.money(row.currency("currency"), "total"),
                row.text("note"),
                State.valueOf(row.text("state")),
                row.moment("asked_at"),
                row.optionalText("decided_by").map(UserId::new),
                row.optionalText("decided_at").isPresent() ? Optional.of(row.moment("decided_at")) : Optional.empty(),
                row.optionalText("reason"),
                row.optionalText("order_id").map(OrderId::new));
    }
}
