package org.torg.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.RecipientId;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Order;
import org.torg.api.order.Order.LineDetail;
import org.torg.api.pricing.LineId;
import org.torg.api.store.OrderStore.OrderFor;

/** For whom orders are, is found without a look into each of them, also for those of earlier versions. */
@Tag("D19")
class RecipientsOfEarlierOrdersTest {

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

        private final RecipientId kari = new RecipientId(id());
        private final RecipientId ola = new RecipientId(id());
        private final RecipientId nobody = new RecipientId(id());

        Contract(Database database) {
            super(database);
        }

        private Order order(int lines, RecipientId... recipients) {
            List<LineDetail> details = new ArrayList<>();
            for (RecipientId recipient : recipients) {
                details.add(new LineDetail(
                        new LineId("l-" + (details.size() + 1)),
                        new Sku("SKU-1"),
                        1,
                        Optional.empty(),
                        Optional.of(recipient),
                        List.of()));
            }
            return Samples.order(new AccountId(id()), lines, NOW).with(details);
        }

        private Map<RecipientId, Set<org.torg.api.vendor.VendorId>> vendors() {
            return expectStatementsOfRead(1, tx -> stores.recipients().vendors(tx, List.of(kari, ola, nobody)));
        }

        private List<OrderFor> ordersFor(RecipientId recipient) {
            return all(tx -> stores.orders().ordersFor(tx, recipient));
        }

        @Test
        void anOrderSaysForWhomItIsInOneStatementMore() {
            Order forBoth = order(3, kari, ola, kari);

            expectStatements(3, tx -> stores.orders().insert(tx, forBoth, Map.of()));

            assertThat(vendors()).containsOnlyKeys(kari, ola).containsEntry(kari, Set.of(Samples.LIGHTING));
            assertThat(ordersFor(ola)).extracting(OrderFor::id).containsExactly(forBoth.id());
            assertThat(ordersFor(nobody)).isEmpty();
        }

        @Test
        void whoIsDeletedIsInNoOrderAnyMore() {
            transactions.change(tx -> stores.orders().insert(tx, order(1, kari), Map.of()));

            transactions.change(tx -> stores.recipients().delete(tx, kari));

            assertThat(vendors()).isEmpty();
        }

        @Test
        void earlierOrdersAreFilledIn() throws SQLException, IOException {
            transactions.change(tx -> {
                for (int i = 0; i < 501; i++) {
                    stores.orders().insert(tx, i == 500 ? order(1, ola) : order(1, kari), Map.of());
                }
                stores.orders().insert(tx, order(1), Map.of());
            });
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM order_recipient");

                new RecipientsOfEarlierOrders().fill(connection);
            }

            assertThat(vendors()).containsOnlyKeys(kari, ola);
            assertThat(ordersFor(kari)).hasSize(500);
            assertThat(ordersFor(ola)).hasSize(1);
        }
    }
}
