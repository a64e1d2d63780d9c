package org.torg.persistence.order;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.torg.api.LocalizedText;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.store.OrderStore;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Amounts;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Rows of {@code orders} and {@code order_line}. */
final class OrderRows {

    static final String ORDER =
            "SELECT id, order_number, vendor, account, location, placed_by, acting_for, channel, status,"
                    + " workflow_state, revision, version, placed_at, changed_at, agreed_by, terms_hash, texts_hash, approved_by, snapshot,"
                    + " price, details FROM orders WHERE id = ?";

    static final String LINES =
            "SELECT o.currency, l.line, l.position, l.sku, l.name, l.ordered, l.cancelled, l.shipped,"
                    + " l.list_price, l.list_amount, l.net, l.vat_category, l.stock_policy, l.weight_kg, l.bulky, l.promised, l.part_of"
                    + " FROM order_line l JOIN orders o ON o.id = l.order_id WHERE l.order_id = ? ORDER BY l.position";

    static final String INSERT_LINE = "INSERT INTO order_line (order_id, position, line, sku, name, ordered, cancelled,"
            + " shipped, list_price, list_amount, net, vat_category, stock_policy, weight_kg, bulky, promised, part_of)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String SUMMARY = "SELECT id, order_number, vendor, account, status, placed_at, currency, net, gross,"
            + " line_count, purchase_order FROM orders";

    static final TypeReference<List<Order.LineDetail>> DETAILS = new TypeReference<>() {};

    private static final TypeReference<SortedMap<String, String>> SEALED = new TypeReference<>() {};

    private final Documents documents;

    OrderRows(Documents documents) {
        this.documents = documents;
    }

    Order order(Row row) throws SQLException {
        return new Order(
                new OrderId(row.text("id")),
                row.text("order_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.optionalText("location").map(LocationId::new),
                new UserId(row.text("placed_by")),
                row.optionalText("acting_for").map(UserId::new),
                row.text("channel"),
                OrderStatus.valueOf(row.text("status")),
                row.text("workflow_state"),
                row.integer("revision"),
                row.number("version"),
                row.moment("placed_at"),
                row.moment("changed_at"),
                List.of(),
                documents.read(row.text("price"), PricedCart.class),
                Order.AgreedBy.valueOf(row.text("agreed_by")),
                documents.read(row.text("snapshot"), Order.Snapshot.class),
                row.text("terms_hash"),
                row.text("texts_hash"),
                row.optionalText("approved_by").map(UserId::new),
                row.optionalText("details")
                        .map(json -> documents.read(json, DETAILS))
                        .orElse(List.of()));
    }

    static Order with(Order order, List<OrderLine> lines) {
        return new Order(
                order.id(),
                order.number(),
                order.vendor(),
                order.account(),
                order.location(),
                order.placedBy(),
                order.actingFor(),
                order.channel(),
                order.status(),
                order.workflowState(),
                order.revision(),
                order.version(),
                order.placedAt(),
                order.changedAt(),
                lines,
                order.price(),
                order.agreedBy(),
                order.snapshot(),
                order.termsHash(),
                order.textsHash(),
                order.approvedBy(),
                order.details());
    }

    OrderStore.OrderFor orderFor(Row row, RecipientId recipient) throws SQLException {
        Map<LineId, String> texts = row.optionalText("sealed")
                .map(json -> sealedByLine(documents, json))
                .orElse(new HashMap<>());
        Set<LineId> own = documents.read(row.text("details"), DETAILS).stream()
                .filter(detail -> detail.recipient().filter(recipient::equals).isPresent())
                .map(Order.LineDetail::line)
                .collect(Collectors.toSet());
        texts.keySet().retainAll(own);
        return new OrderStore.OrderFor(
                new OrderId(row.text("id")), row.text("order_number"), row.moment("placed_at"), texts);
    }

    OrderLine line(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new OrderLine(
                new LineId(row.text("line")),
                row.integer("position"),
                new Sku(row.text("sku")),
                documents.read(row.text("name"), LocalizedText.class),
                row.integer("ordered"),
                row.integer("cancelled"),
                row.integer("shipped"),
                row.bigMoney(currency, "list_price"),
                row.money(currency, "list_amount"),
                row.money(currency, "net"),
                row.text("vat_category"),
                StockPolicy.valueOf(row.text("stock_policy")),
                row.decimal("weight_kg"),
                row.flag("bulky"),
                row.optionalDate("promised"),
                row.optionalText("part_of").map(LineId::new));
    }

    /** Parameters of {@link #INSERT_LINE}. */
    Object[] parameters(OrderId order, OrderLine line) {
        return new Object[] {
            order.value(),
            line.position(),
            line.id().value(),
            line.sku().value(),
            documents.write(line.name()),
            line.ordered(),
            line.cancelled(),
            line.shipped(),
            Amounts.stored(line.listPrice().getAmount()),
            Amounts.stored(line.listAmount().getAmount()),
            Amounts.stored(line.net().getAmount()),
            line.vatCategory(),
            line.stockPolicy().name(),
            line.weightKg(),
            line.bulky(),
            Sql.date(line.promised()),
            Sql.text(line.partOf().map(LineId::value))
        };
    }

    static @Nullable String sealedText(Documents documents, Map<LineId, String> byLine) {
        SortedMap<String, String> texts = new TreeMap<>();
        byLine.forEach((line, text) -> texts.put(line.value(), text));
        return texts.isEmpty() ? null : documents.write(texts, SEALED);
    }

    static Map<LineId, String> sealedByLine(Documents documents, String json) {
        Map<LineId, String> byLine = new HashMap<>();
        documents.read(json, SEALED).forEach((line, text) -> byLine.put(new LineId(line), text));
        return byLine;
    }

    static OrderSummary summary(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new OrderSummary(
                new OrderId(row.text("id")),
                row.text("order_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                OrderStatus.valueOf(row.text("status")),
                row.moment("placed_at"),
                row.money(currency, "net"),
                row.money(currency, "gross"),
                row.integer("line_count"),
                row.optionalText("purchase_order"));
    }
}
