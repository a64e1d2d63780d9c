package org.torg.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderStatus;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.Transactions;
import org.torg.persistence.Database;
import org.torg.persistence.Plans;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

/**
 * Lists take as long with a hundred thousand orders as with ten: each is read from an index in its own order, so that the
 * database neither reads the whole table nor sorts.
 */
class ListPlanTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends StoreContract {
        private static final int ORDERS = 2000;

        private final AccountId account = new AccountId("a0");
        private final Filter all = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        private final Filter mine = new Filter(Optional.of(List.of(account)), Optional.empty(), Optional.empty());
        private final Filter here = new Filter(
                mine.accounts(), Optional.empty(), Optional.empty(), Optional.of(List.of(new LocationId("l0"))));
        private final Filter vendors = new Filter(Optional.empty(), Optional.of(List.of(LIGHTING)), Optional.empty());

        Contract(Database database) {
            super(database);
        }

        /** Orders of fifty accounts, each with a shipment and an invoice; one in a hundred is in work. */
        @BeforeEach
        void fill() throws SQLException {
            Order order = Samples.order(account, 1, NOW);
            Shipment shipment = new Shipment(
                    new ShipmentId(Samples.newId(NOW)),
                    order.id(),
                    order.number(),
                    LIGHTING,
                    account,
                    1,
                    LocalDate.of(2026, 3, 29),
                    NOW,
                    List.of(),
                    List.of());
            transactions.change(tx -> {
                stores.orders().insert(tx, order);
                stores.orders().insert(tx, shipment);
                stores.invoices().insert(tx, Samples.invoice(order, "seller", "1", shipment.id(), NOW));
            });
            try (Connection connection = database.dataSource().getConnection()) {
                copy(connection, "orders", "id", "order_number", "account", "location", "status");
                copy(connection, "shipment", "id", "order_id", "account", "location");
                copy(connection, "invoice", "id", "invoice_number", "shipment", "order_id", "account", "location");
            }
            database.analyze();
        }

        private static void copy(Connection connection, String table, String... changed) throws SQLException {
            List<String> columns = new java.util.ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet one = statement.executeQuery("SELECT * FROM " + table)) {
                for (int i = 1; i <= one.getMetaData().getColumnCount(); i++) {
                    columns.add(one.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
            List<String> copied = columns.stream()
                    .map(column -> List.of(changed).contains(column) ? "CAST(? AS VARCHAR(40))" : column)
                    .toList();
            List<String> places =
                    columns.stream().filter(List.of(changed)::contains).toList();
            String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                    + String.join(", ", copied) + " FROM " + table + " WHERE id = (SELECT MIN(id) FROM " + table + ")";
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < ORDERS; i++) {
                    for (int place = 0; place < places.size(); place++) {
                        statement.setString(
                                place + 1,
                                switch (places.get(place)) {
                                    case "account" -> "a" + i % 50;
                                    case "location" -> "l" + i % 100;
                                    case "status" -> i % 100 == 0 ? "IN_FULFILMENT" : "COMPLETED";
                                    default -> String.format(Locale.ROOT, "n%06d", i);
                                });
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }

        private String planOf(Transactions.Work<?> list) throws SQLException {
            transactions.read(list);
            return Plans.last(database);
        }

        private String orders(Filter filter) throws SQLException {
            return planOf(tx -> stores.orders().find(tx, filter, Optional.of(new OrderId("n001500")), 20));
        }

        private static Filter inWork(Filter filter) {
            return new Filter(filter.accounts(), filter.vendors(), Optional.of(OrderStatus.IN_FULFILMENT));
        }

        @Test
        void ordersAreReadFromTheIndexOfTheirFilter() throws SQLException {
            assertThat(orders(all)).matches("index orders_(newest|pkey)");
            assertThat(orders(mine)).isEqualTo("index orders_account");
            assertThat(orders(here)).isEqualTo("index orders_location");
            assertThat(orders(inWork(mine))).isEqualTo("index orders_account_status");
            assertThat(orders(inWork(all))).isEqualTo("index orders_status");
            assertThat(orders(inWork(vendors))).isIn("index orders_vendor_status", "index orders_status");
            assertThat(orders(vendors)).matches("index orders_(vendor|newest|pkey)");
            assertThat(orders(inWork(new Filter(mine.accounts(), vendors.vendors(), Optional.empty()))))
                    .isEqualTo("index orders_account_status");
        }

        @Test
        void shipmentsAreReadFromTheIndexOfTheirFilter() throws SQLException {
            assertThat(shipments(all, Optional.empty())).matches("index shipment_(newest|pkey)");
            assertThat(shipments(mine, Optional.empty())).isEqualTo("index shipment_account");
            assertThat(shipments(here, Optional.empty())).isEqualTo("index shipment_location");
            assertThat(shipments(vendors, Optional.empty())).matches("index shipment_(vendor|newest|pkey)");
            assertThat(shipments(mine, Optional.of(new OrderId("n000100")))).isEqualTo("index shipment_order");
            assertThat(shipments(all, Optional.of(new OrderId("n000100")))).isEqualTo("index shipment_order");
        }

        private String shipments(Filter filter, Optional<OrderId> order) throws SQLException {
            return planOf(
                    tx -> stores.orders().shipments(tx, filter, order, Optional.of(new ShipmentId("n001500")), 20));
        }

        @Test
        void invoicesAreReadFromTheIndexOfTheirFilter() throws SQLException {
            assertThat(invoices(all, Optional.empty())).matches("index invoice_(newest|pkey)");
            assertThat(invoices(mine, Optional.empty())).isEqualTo("index invoice_account");
            assertThat(invoices(here, Optional.empty())).isEqualTo("index invoice_location");
            assertThat(invoices(vendors, Optional.empty())).matches("index invoice_(vendor|newest|pkey)");
            assertThat(invoices(mine, Optional.of(new OrderId("n000100")))).isEqualTo("index invoice_order");
        }

        private String invoices(Filter filter, Optional<OrderId> order) throws SQLException {
            return planOf(tx -> stores.invoices().find(tx, filter, order, Optional.of(new InvoiceId("n001500")), 20));
        }
    }
}
