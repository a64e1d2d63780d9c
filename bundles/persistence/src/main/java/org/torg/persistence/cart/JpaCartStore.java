package org.torg.persistence.cart;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
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
            "INSERT INTO cart_line (sku, quantity, cart, line, position) VALUES (?, ?, ?, ?, ?)";

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, Cart cart) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.insert(new CartEntity(cart, documents));
        List<Object[]> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            lines.add(row(cart.id(), line, lines.size() + 1));
        }
        open.batch(INSERT_LINE, lines);
    }

    private static Object[] row(CartId id, Cart.Line line, int position) {
        return new Object[] {
            line.sku().value(), line.quantity(), id.value(), line.id().value(), position
        };
    }

    @Override
    public Optional<Cart> cart(Tx tx, CartId id) {
        List<Cart.Line> lines = new ArrayList<>();
        // One row for each line, or one without.
        Sql sql = Sql.of(
                "SELECT c.id, c.vendor, c.account, c.owner, c.delivery, c.version, c.created_at, c.changed_at,"
                        + " c.became_order, c.location, c.acting_for, c.approval, l.line, l.sku, l.quantity"
                        + " FROM cart c LEFT JOIN cart_line l ON l.cart = c.id WHERE c.id = ? ORDER BY l.position, l.line",
                id.value());
        List<Cart> rows = OpenTransaction.of(tx).list(sql, row -> {
            Optional<String> line = row.optionalText("line");
            if (line.isPresent()) {
                lines.add(new Cart.Line(new LineId(line.get()), new Sku(row.text("sku")), row.integer("quantity")));
            }
            return cart(row);
        });
        return rows.stream().findFirst().map(cart -> with(cart, lines));
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
                row.optionalText("approval").map(ApprovalId::new));
    }

    private static Cart with(Cart cart, List<Cart.Line> lines) {
        return new Cart(
                cart.id(),
                cart.vendor(),
                cart.account(),
                cart.owner(),
                lines,
                cart.delivery(),
                cart.version(),
                cart.createdAt(),
                cart.changedAt(),
                cart.order(),
                cart.location(),
                cart.actingFor(),
                cart.approval());
    }

    @Override
    public Optional<Cart> lock(Tx tx, CartId id) {
        // An update that changes nothing locks the row on every database.
        int found = OpenTransaction.of(tx).update(Sql.of("UPDATE cart SET version = version WHERE id = ?", id.value()));
        return found == 0 ? Optional.empty() : cart(tx, id);
    }

    @Override
    public void putLine(Tx tx, CartId id, Cart.Line line, int position) {
        OpenTransaction open = OpenTransaction.of(tx);
        int updated = open.update(Sql.of(
                "UPDATE cart_line SET sku = ?, quantity = ? WHERE cart = ? AND line = ?",
                line.sku().value(),
                line.quantity(),
                id.value(),
                line.id().value()));
        if (updated == 0) {
            open.update(Sql.of(INSERT_LINE, row(id, line, position)));
        }
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
    public void touch(Tx tx, CartId id, Instant now) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE cart SET version = version + 1, changed_at = ? WHERE id = ?", now, id.value()));
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
