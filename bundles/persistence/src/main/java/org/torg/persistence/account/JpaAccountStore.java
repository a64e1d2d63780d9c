package org.torg.persistence.account;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.torg.api.StoreException;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Agreement;
import org.torg.api.account.Membership;
import org.torg.api.account.UserId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; inserting an account costs three, a user two, {@code put} one or two, as updates. */
@Component(service = AccountStore.class)
public final class JpaAccountStore implements AccountStore {

    private static final String ACCOUNT =
            "a.id, a.customer_number, a.name, a.organisation_number, a.country, a.language,"
                    + " a.phone, a.verified, a.version, a.details";

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, Account account) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.insert(new AccountEntity(account, documents));
        open.batch(SearchTerms.INSERT, SearchTerms.rows(account));
        AccountEmails.insert(open, account);
    }

    @Override
    public void update(Tx tx, Account before, Account after) {
        OpenTransaction open = OpenTransaction.of(tx);
        int updated = open.update(Sql.of(
                "UPDATE account SET name = ?, name_key = ?, organisation_number = ?, language = ?, phone = ?,"
                        + " verified = ?, version = ?, details = ? WHERE id = ? AND version = ?",
                after.name(),
                SearchTerms.key(after.name()),
                Sql.text(after.organisationNumber()),
                after.language(),
                Sql.text(after.phone()),
                after.verified(),
                after.version(),
                documents.write(AccountEntity.Details.of(after)),
                before.id().value(),
                before.version()));
        if (updated == 0) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "the account has another version", new IllegalStateException());
        }
        AccountEmails.update(open, before, after);
        if (!SearchTerms.of(before).equals(SearchTerms.of(after))) {
            open.update(Sql.of(
                    "DELETE FROM account_term WHERE account = ?", before.id().value()));
            open.batch(SearchTerms.INSERT, SearchTerms.rows(after));
        }
    }

    @Override
    public List<NamedAccount> find(Tx tx, AccountFilter filter, Optional<AccountPosition> after, int limit) {
        return AccountSearch.find(OpenTransaction.of(tx), documents, filter, after, limit);
    }

    @Override
    public List<NamedAccount> ofPerson(Tx tx, String emailKey, Optional<Set<VendorId>> staffOf, int limit) {
        return AccountSearch.ofPerson(OpenTransaction.of(tx), documents, emailKey, staffOf, limit);
    }

    @Override
    public List<Consultant> managers(Tx tx, AccountId account) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT g.vendor, p.id, p.name, p.email FROM agreement g JOIN person p ON p.id = g.manager"
                                        + " WHERE g.account = ? AND p.active = TRUE AND p.email IS NOT NULL"
                                        + " ORDER BY g.vendor",
                                account.value()),
                        row -> new Consultant(
                                new VendorId(row.text("vendor")),
                                new UserId(row.text("id")),
                                row.text("name"),
                                row.text("email")));
    }

    @Override
    public boolean isActive(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .first(Sql.of("SELECT active FROM person WHERE id = ?", user.value()), row -> row.flag("active"))
                .orElse(false);
    }

    @Override
    public Optional<Account> account(Tx tx, AccountId id) {
        return OpenTransaction.of(tx)
                .first(Sql.of("SELECT " + ACCOUNT + " FROM account a WHERE a.id = ?", id.value()), this::account);
    }

    @Override
    public Optional<Account> byCustomerNumber(Tx tx, String customerNumber) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT " + ACCOUNT + " FROM account a WHERE a.customer_number = ?", customerNumber),
                        this::account);
    }

    @Override
    public Map<String, AccountId> byCustomerNumbers(Tx tx, Collection<String> customerNumbers) {
        Map<String, AccountId> found = new HashMap<>();
        Sql sql = Sql.of("SELECT id, customer_number FROM account WHERE ")
                .addIn("customer_number", customerNumbers.stream().distinct().toList());
        OpenTransaction.of(tx).list(sql, row -> found.put(row.text("customer_number"), new AccountId(row.text("id"))));
        return found;
    }

    @Override
    public Optional<AccountTerms> terms(Tx tx, AccountId id, VendorId vendor) {
        Sql sql = Sql.of(
                "SELECT " + ACCOUNT + ", g.tier, g.price_groups, g.manager, r.rules AS approvals FROM account a"
                        + " LEFT JOIN agreement g ON g.account = a.id AND g.vendor = ?"
                        + " LEFT JOIN approval_rules r ON r.account = a.id WHERE a.id = ?",
                vendor.value(),
                id.value());
        return OpenTransaction.of(tx)
                .first(sql, row -> new AccountTerms(account(row), agreement(id, vendor, row), approvals(row)));
    }

    private Agreement agreement(AccountId id, VendorId vendor, Row row) throws SQLException {
        return new Agreement(
                id,
                vendor,
                row.optionalText("tier"),
                groups(row),
                row.optionalText("manager").map(UserId::new));
    }

    private List<ApprovalRule> approvals(Row row) throws SQLException {
        Optional<String> stored = row.optionalText("approvals");
        return stored.isPresent()
                ? documents.read(stored.get(), new TypeReference<List<ApprovalRule>>() {})
                : List.of();
    }

    private Account account(Row row) throws SQLException {
        AccountEntity.Details details = documents.read(row.text("details"), AccountEntity.Details.class);
        return new Account(
                new AccountId(row.text("id")),
                row.text("customer_number"),
                row.text("name"),
                row.optionalText("organisation_number"),
                row.text("country"),
                row.text("language"),
                details.billing(),
                details.deliveries(),
                details.invoiceEmails(),
                row.optionalText("phone"),
                row.flag("verified"),
                details.preferences(),
                details.externalIds(),
                row.number("version"));
    }

    private Set<String> groups(Row row) throws SQLException {
        Optional<String> stored = row.optionalText("price_groups");
        return stored.isPresent() ? documents.read(stored.get(), new TypeReference<Set<String>>() {}) : Set.of();
    }

    @Override
    public List<Agreement> agreements(Tx tx, AccountId account) {
        Sql sql = Sql.of(
                "SELECT vendor, tier, price_groups, manager FROM agreement WHERE account = ? ORDER BY vendor",
                account.value());
        return OpenTransaction.of(tx).list(sql, row -> agreement(account, new VendorId(row.text("vendor")), row));
    }

    @Override
    public void put(Tx tx, Agreement agreement) {
        OpenTransaction open = OpenTransaction.of(tx);
        Object tier = Sql.text(agreement.tier());
        String groups = documents.write(new TreeSet<>(agreement.groups()));
        String account = agreement.account().value();
        String vendor = agreement.vendor().value();
        Object manager = Sql.text(agreement.manager().map(UserId::value));
        int updated = open.update(Sql.of(
                "UPDATE agreement SET tier = ?, price_groups = ?, manager = ? WHERE account = ? AND vendor = ?",
                tier,
                groups,
                manager,
                account,
                vendor));
        if (updated == 0) {
            open.update(Sql.of(
                    "INSERT INTO agreement (account, vendor, tier, price_groups, manager) VALUES (?, ?, ?, ?, ?)",
                    account,
                    vendor,
                    tier,
                    groups,
                    manager));
        }
    }

    @Override
    public void insert(Tx tx, UserRow user, List<Membership> memberships) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.insert(new PersonEntity(user));
        open.batch(
                Memberships.INSERT,
                memberships.stream()
                        .map(membership -> Memberships.row(user.id(), membership))
                        .toList());
    }

    @Override
    public Optional<UserRow> user(Tx tx, String email) {
        return OpenTransaction.of(tx)
                .entities(
                        PersonEntity.class,
                        1,
                        "SELECT p FROM PersonEntity p WHERE p.emailKey = ?1",
                        PersonEntity.key(email))
                .stream()
                .findFirst()
                .map(PersonEntity::user);
    }

    @Override
    public List<Membership> memberships(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT role_name, vendor, account, location, functions FROM membership"
                                        + " WHERE person = ? AND active = TRUE"
                                        + " ORDER BY role_name, vendor, account, location",
                                user.value()),
                        Memberships::read);
    }

    @Override
    public void insert(Tx tx, SessionRow session) {
        OpenTransaction.of(tx).insert(new SignInEntity(session));
    }

    @Override
    public Optional<SignedInRow> session(Tx tx, String tokenHash, Instant now) {
        return SessionRows.read(OpenTransaction.of(tx), tokenHash, now);
    }

    @Override
    public List<SessionRow> sessions(Tx tx, UserId user, Instant now, int limit) {
        return SessionRows.of(OpenTransaction.of(tx), user, now, limit);
    }

    @Override
    public void sessionUsed(Tx tx, String tokenHash, Instant at) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE sign_in SET last_used_at = ? WHERE token_hash = ?"
                                + " AND (last_used_at IS NULL OR last_used_at < ?)",
                        at,
                        tokenHash,
                        at));
    }

    @Override
    public boolean deleteSession(Tx tx, UserId user, String tokenHash) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "DELETE FROM sign_in WHERE token_hash = ? AND person = ?", tokenHash, user.value()))
                == 1;
    }

    @Override
    public int deleteSessionsExpiredBefore(Tx tx, Instant instant) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM sign_in WHERE expires_at < ?", instant));
    }
}
