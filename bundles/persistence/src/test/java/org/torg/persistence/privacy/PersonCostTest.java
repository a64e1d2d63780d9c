package org.torg.persistence.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.PersonalDataStore.KnownOrder;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

/** What is kept of one person costs as much as that is, whatever is kept of others: no statement reads a whole table. */
@Tag("L04")
class PersonCostTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }

        @Override
        String plan(Connection connection, QueryInfo query) throws SQLException {
            try (Statement statistics = connection.createStatement()) {
                statistics.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
                rows(connection, query.getQuery(), query);
                try (ResultSet result = statistics.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
                    result.next();
                    return result.getString(1)
                            .replace("Table Scan ResultSet for ", "whole ")
                            .toLowerCase(java.util.Locale.ROOT);
                } finally {
                    statistics.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(0)");
                }
            }
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }

        @Override
        String plan(Connection connection, QueryInfo query) throws SQLException {
            try (Statement settings = connection.createStatement()) {
                // Of few rows it would read all; what is read so all the same has no index.
                settings.execute("SET enable_seqscan = off");
            }
            String plan = String.join("\n", rows(connection, "EXPLAIN " + query.getQuery(), query));
            try (Statement settings = connection.createStatement()) {
                settings.execute("RESET ALL");
            }
            return plan.replace("Seq Scan on ", "whole ");
        }
    }

    abstract static class Contract extends StoreContract {

        private static final UserId KARI = new UserId("kari");
        private static final Set<String> EMAILS = Set.of("kari@post.example");
        private final PersonalDataStore store = stores.personalData();

        Contract(Database database) {
            super(database);
        }

        abstract String plan(Connection connection, QueryInfo query) throws SQLException;

        @Test
        void findingErasingAndHoldingTheOrdersOfAPersonTakesAFewStatementsForManyOrders() throws SQLException {
            List<Order> orders = new ArrayList<>();
            transactions.change(tx -> {
                for (int i = 0; i < 300; i++) {
                    Order order = Samples.order(Samples.newId(NOW), new AccountId("a0"), 1, NOW);
                    stores.orders().insert(tx, order);
                    orders.add(order);
                }
            });
            UserId buyer = orders.get(0).placedBy();

            database.statements().forget();
            List<KnownOrder> found = transactions.read(tx -> store.orders(tx, buyer.value(), Set.of()));
            assertThat(found).hasSize(300);
            assertThat(database.statements().sent()).hasSize(5);

            List<OrderId> ids = orders.stream().map(Order::id).toList();
            database.statements().forget();
            transactions.change(tx -> store.hold(tx, "somebody", Set.of("x@y.example"), ids));
            assertThat(database.statements().sent()).hasSize(3);
            List<KnownOrder> held = transactions.read(tx -> store.orders(tx, "somebody", Set.of()));
            assertThat(held).hasSize(300);

            database.statements().forget();
            transactions.change(tx -> store.eraseOrders(tx, ids));
            assertThat(database.statements().sent()).hasSizeLessThanOrEqualTo(16);
            List<KnownOrder> gone = transactions.read(tx -> store.orders(tx, "somebody", Set.of()));
            assertThat(gone).isEmpty();
        }

        @Test
        void anOrderIsFoundByEachWhoIsNamedInIt() {
            Order order = Samples.order(Samples.newId(NOW), new AccountId("a0"), 1, NOW);
            transactions.change(tx -> stores.orders().insert(tx, order));
            String contact = order.snapshot().contact().email().toLowerCase(java.util.Locale.ROOT);

            assertThat(found(order.placedBy().value(), Set.of())).containsExactly(order.id());
            assertThat(found("nobody", Set.of(contact, "other@post.example"))).containsExactly(order.id());
            assertThat(found(order.actingFor().orElseThrow().value(), Set.of())).containsExactly(order.id());
            assertThat(found("nobody", Set.of("other@post.example"))).isEmpty();
        }

        private List<OrderId> found(String person, Set<String> emails) {
            return transactions.read(tx -> store.orders(tx, person, emails)).stream()
                    .map(KnownOrder::id)
                    .toList();
        }

        @Test
        void nothingIsReadWholeToFindAPerson() throws SQLException {
            transactions.change(tx -> {
                for (int i = 0; i < 50; i++) {
                    stores.orders().insert(tx, Samples.order(Samples.newId(NOW), new AccountId("a" + i), 1, NOW));
                }
            });
            noWhole(() -> transactions.read(tx -> store.orders(tx, KARI.value(), EMAILS)), "orders", "held_order");
            noWhole(() -> transactions.read(tx -> store.approvals(tx, KARI)), "approval");
            noWhole(() -> transactions.read(tx -> store.carts(tx, KARI)), "cart");
            noWhole(() -> transactions.read(tx -> store.care(tx, KARI)), "guardianship");
            noWhole(() -> transactions.read(tx -> store.invitations(tx, EMAILS)), "invitation");
        }

        private void noWhole(Runnable work, String... tables) throws SQLException {
            database.statements().forget();
            work.run();
            try (Connection connection = database.dataSource().getConnection()) {
                String plan = plan(connection, database.statements().last());
                for (String table : tables) {
                    assertThat(plan).doesNotContainPattern("whole " + table + "\\b");
                }
            }
        }

        static List<String> rows(Connection connection, String sql, QueryInfo query) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                    statement.setObject(
                            (Integer) parameter.getArgs()[0], parameter.getArgs()[1]);
                }
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
                return rows;
            }
        }
    }
}
