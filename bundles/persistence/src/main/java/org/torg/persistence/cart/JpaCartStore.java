package org.torg.persistence.cart;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.CartSummary;
import org.torg.api.cart.Carts.Seen;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; {@code lock} two, {@code insert} and {@code putLine} one or two. */
@Component(service = CartStore.class)
public final class JpaCartStore implements CartStore {

    private static final String INSERT_LINE =
            "INSERT INTO cart_line (sku, quantity, product, model, answers, recipient, sealed, cart, line, position)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String CHANGE_LINE =
            "UPDATE cart_line SET sku = ?, quantity = ?, product = ?, model = ?, answers = ?, recipient = ?, sealed = ?"
                    + " WHERE cart = ? AND line = ?";

    /** Derby would otherwise read past all lines of others. */
    private static final String BY_ACCOUNT = " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " cart c --DERBY-PROPERTIES index=cart_account\n"
            + " JOIN cart_line l --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=cart_line_pk\n"
            + " ON l.cart = c.id";

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, Cart cart) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.insert(new CartEntity(cart, documents));
        List<Object[]> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            lines.add(row(cart.id(), line, lines.size() + 1, Optional.empty()));
        }
        open.batch(INSERT_LINE, lines);
    }

    private Object[] row(CartId id, Cart.Line line, int position, Optional<String> sealed) {
        List<Object> row = new ArrayList<>(content(line, sealed));
        row.addAll(List.of(id.value(), line.id().value(), position));
        return row.toArray();
    }

    private List<Object> content(Cart.Line line, Optional<String> sealed) {
        Optional<Configuration> configuration = line.configuration();
        return List.of(
                line.sku().value(),
                line.quantity(),
                Sql.text(configuration.map(Configuration::product)),
                Sql.text(configuration.map(Configuration::model)),
                Sql.text(configuration.map(Configuration::answers).map(documents::write)),
                Sql.text(line.recipient().map(RecipientId::value)),
                Sql.text(sealed));
    }

    @Override
    public Optional<Cart> cart(Tx tx, CartId id) {
        List<Cart.Line> lines = new ArrayList<>();
        // One row for each line, or one without.
        Sql sql = Sql.of(
                "SELECT c.id, c.vendor, c.account, c.owner, c.delivery, c.version, c.created_at, c.changed_at,"
                        + " c.became_order, c.location, c.acting_for, c.approval, c.paused_at, l.line, l.sku, l.quantity,"
                        + " l.product, l.model, l.answers, l.recipient"
                        + " FROM cart c LEFT JOIN cart_line l ON l.cart = c.id WHERE c.id = ? ORDER BY l.position, l.line",
                id.value());
        List<Cart> rows = OpenTransaction.of(tx).list(sql, row -> {
            Optional<String> line = row.optionalText("line");
            if (line.isPresent()) {
                lines.add(line(row, new LineId(line.get())));
            }
            return cart(row);
        });
        return rows.stream().findFirst().map(cart -> cart.with(lines));
    }

    private Cart.Line line(Row row, LineId id) throws SQLException {
        Optional<String> product = row.optionalText("product");
        return new Cart.Line(
                id,
                new Sku(row.text("sku")),
                row.integer("quantity"),
                product.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Configuration(
                                product.get(), row.text("model"), documents.read(row.text("answers"), Answers.class))),
                row.optionalText("recipient").map(RecipientId::new));
    }

    private Cart cart(Row row) throws SQLException {
        return new Cart(
                new CartId(row.text("id")),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                new UserId(row.text("owner")),
                List.of(),
                row.optionalText("delivery").map(json -> documents.read(json, DeliveryChoice.class)),
                row.number("version"),
                row.moment("created_at"),
                row.moment("changed_at"),
                row.optionalText("became_order").map(OrderId::new),
                row.optionalText("location").map(LocationId::new),
                row.optionalText("acting_for").map(UserId::new),
                row.optionalText("approval").map(ApprovalId::new),
                row.optionalMoment("paused_at"));
    }

    @Override
    public Map<LineId, String> sealedAnswers(Tx tx, CartId id) {
        Map<LineId, String> byLine = new HashMap<>();
        OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT line, sealed FROM cart_line WHERE cart = ? AND sealed IS NOT NULL", id.value()),
                        row -> byLine.put(new LineId(row.text("line")), row.text("sealed")));
        return byLine;
    }

    @Override
    public List<CartSummary> find(Tx tx, Filter filter, Optional<CartId> before, int limit) {
        Sql sql = Sql.of(
                "SELECT c.id, c.vendor, c.account, c.owner, c.location, c.acting_for, c.created_at, c.changed_at,"
                        + " c.paused_at, c.approval, c.version,"
                        + " (SELECT COUNT(*) FROM cart_line l WHERE l.cart = c.id) AS line_count"
                        + " FROM cart c");
        narrow(sql, filter);
        before.ifPresent(id -> sql.add(" AND c.id < ?", id.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY c.id DESC").limit(limit), JpaCartStore::summary);
    }

    @Override
    public int countLines(Tx tx, Filter filter) {
        Sql sql = Sql.of("SELECT COUNT(*) AS line_count" + BY_ACCOUNT);
        return OpenTransaction.of(tx)
                .first(narrow(sql, filter), row -> row.integer("line_count"))
                .orElse(0);
    }

    private static Sql narrow(Sql sql, Filter filter) {
        sql.add(
                " WHERE c.account = ? AND c.became_order IS NULL",
                filter.account().value());
        filter.locations().ifPresent(locations -> sql.add(" AND ")
                .addIn("c.location", locations.stream().map(LocationId::value).toList()));
        filter.vendor().ifPresent(vendor -> sql.add(" AND c.vendor = ?", vendor.value()));
        filter.paused()
                .ifPresent(paused -> sql.add(paused ? " AND c.paused_at IS NOT NULL" : " AND c.paused_at IS NULL"));
        return sql;
    }

    private static CartSummary summary(Row row) throws SQLException {
        return new CartSummary(
                new CartId(row.text("id")),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                new UserId(row.text("owner")),
                row.optionalText("location").map(LocationId::new),
                row.optionalText("acting_for").map(UserId::new),
                row.integer("line_count"),
                row.moment("created_at"),
                row.moment("changed_at"),
                row.optionalMoment("paused_at"),
                row.optionalText("approval").map(ApprovalId::new),
                row.number("version"));
    }

    @Override
    public Optional<Cart> lock(Tx tx, CartId id) {
        // An update that changes nothing locks the row on every database.
        int found = OpenTransaction.of(tx).update(Sql.of("UPDATE cart SET version = version WHERE id = ?", id.value()));
        return found == 0 ? Optional.empty() : cart(tx, id);
    }

    @Override
    public void putLine(Tx tx, CartId id, Cart.Line line, int position, Optional<String> sealed) {
        OpenTransaction open = OpenTransaction.of(tx);
        Sql change = Sql.of(CHANGE_LINE, content(line, sealed).toArray());
        if (open.update(change.add("", id.value(), line.id().value())) == 0) {
            open.update(Sql.of(INSERT_LINE, row(id, line, position, sealed)));
        }
    }

    @Override
    public void addLines(Tx tx, CartId id, List<PlacedLine> lines) {
        OpenTransaction.of(tx)
                .batch(
                        INSERT_LINE,
                        lines.stream()
                                .map(placed -> row(id, placed.line(), placed.position(), placed.sealed()))
                                .toList());
    }

    @Override
    public void setQuantities(Tx tx, CartId id, Map<LineId, Integer> quantities) {
        List<Object[]> rows = new ArrayList<>();
        quantities.forEach((line, quantity) -> rows.add(new Object[] {quantity, id.value(), line.value()}));
        OpenTransaction.of(tx).batch("UPDATE cart_line SET quantity = ? WHERE cart = ? AND line = ?", rows);
    }

    @Override
    public void setQuantity(Tx tx, CartId id, LineId line, int quantity) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE cart_line SET quantity = ? WHERE cart = ? AND line = ?",
                        quantity,
                        id.value(),
                        line.value()));
    }

    @Override
    public void deleteLine(Tx tx, CartId id, LineId line) {
        OpenTransaction.of(tx)
                .update(Sql.of("DELETE FROM cart_line WHERE cart = ? AND line = ?", id.value(), line.value()));
    }

    @Override
    public void setDelivery(Tx tx, CartId id, DeliveryChoice delivery) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE cart SET delivery = ? WHERE id = ?", documents.write(delivery), id.value()));
    }

    @Override
    public void setPerson(Tx tx, CartId id, Optional<UserId> actingFor) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE cart SET acting_for = ? WHERE id = ?",
                        Sql.text(actingFor.map(UserId::value)),
                        id.value()));
    }

    @Override
    public void setOwner(Tx tx, CartId id, UserId owner) {
        OpenTransaction.of(tx).update(Sql.of("UPDATE cart SET owner = ? WHERE id = ?", owner.value(), id.value()));
    }

    @Override
    public void pause(Tx tx, CartId id, Instant at, Optional<Seen> seen) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE cart SET paused_at = ?, seen = ? WHERE id = ?",
                        at,
                        Sql.text(seen.map(documents::write)),
                        id.value()));
    }

    @Override
    public void resume(Tx tx, CartId id) {
        OpenTransaction.of(tx).update(Sql.of("UPDATE cart SET paused_at = NULL WHERE id = ?", id.value()));
    }

    @Override
    public Optional<Seen> seen(Tx tx, CartId id) {
        return OpenTransaction.of(tx)
                .first(Sql.of("SELECT seen FROM cart WHERE id = ?", id.value()), row -> row.optionalText("seen"))
                .flatMap(seen -> seen)
                .map(json -> documents.read(json, Seen.class));
    }

    @Override
    public List<LineFor> linesFor(Tx tx, RecipientId recipient) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT l.cart, l.line, l.sku, l.quantity, l.sealed FROM cart_line l"
                                        + " JOIN cart c ON c.id = l.cart"
                                        + " WHERE l.recipient = ? AND c.became_order IS NULL ORDER BY l.cart, l.position",
                                recipient.value()),
                        row -> new LineFor(
                                new CartId(row.text("cart")),
                                new LineId(row.text("line")),
                                new Sku(row.text("sku")),
                                row.integer("quantity"),
                                row.optionalText("sealed")));
    }

    @Override
    public void forget(Tx tx, RecipientId recipient) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE cart_line SET recipient = NULL, sealed = NULL WHERE recipient = ?", recipient.value()));
    }

    @Override
    public void touch(Tx tx, CartId id, Instant now) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE cart SET version = version + 1, changed_at = ? WHERE id = ?", now, id.value()));
    }

    @Override
    public void touch(Tx tx, CartId id, Instant now, long version) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE cart SET version = ?, changed_at = ? WHERE id = ?", version, now, id.value()));
    }

    @Override
    public boolean lockFor(Tx tx, CartId id, long version, ApprovalId approval, Instant now) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE cart SET approval = ?, version = version + 1, changed_at = ? WHERE id = ?"
                                        + " AND version = ? AND became_order IS NULL AND approval IS NULL",
                                approval.value(),
                                now,
                                id.value(),
                                version))
                == 1;
    }

    @Override
    public boolean unlock(Tx tx, CartId id, ApprovalId approval, Instant now) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE cart SET approval = NULL, version = version + 1, changed_at = ?"
                                        + " WHERE id = ? AND approval = ? AND became_order IS NULL",
                                now,
                                id.value(),
                                approval.value()))
                == 1;
    }

    @Override
    public boolean close(Tx tx, CartId id, long version, OrderId order, Instant now) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE cart SET became_order = ?, version = version + 1, changed_at = ?"
                                        + " WHERE id = ? AND version = ? AND became_order IS NULL",
                                order.value(),
                                now,
                                id.value(),
                                version))
                == 1;
    }
}
