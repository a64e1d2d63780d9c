package org.torg.persistence.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.store.InvoiceStore;
import org.torg.api.store.OrderStore.Filter;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class InvoiceStoreTest {

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

    @Test
    void thereIsNoWayToChangeAnInvoice() {
        assertThat(Arrays.stream(InvoiceStore.class.getMethods()).map(Method::getName))
                .containsOnly("insert", "invoice", "ofShipment", "ofOrder", "find");
        List<Field> fields = Arrays.stream(InvoiceEntity.class.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .toList();
        assertThat(fields).hasSize(16).allSatisfy(field -> assertThat(
                        field.getAnnotation(Column.class).updatable())
                .isFalse());
        assertThat(Arrays.stream(InvoiceEntity.class.getDeclaredMethods()).filter(method -> !method.isSynthetic()))
                .isEmpty();
    }

    abstract static class Contract extends StoreContract {
        private final InvoiceStore invoices = stores.invoices();
        private final AccountId account = new AccountId(id());
        private final Order order = Samples.order(account, 1, NOW);
        private final Invoice invoice = invoice("nordlys", "1001", 0);

        Contract(Database database) {
            super(database);
        }

        private Invoice invoice(String seller, String number, int second) {
            return Samples.invoice(order, seller, number, new ShipmentId(id()), NOW.plusSeconds(second));
        }

        @Test
        void anInvoiceIsReadAsItWasWritten() {
            expectStatements(1, tx -> invoices.insert(tx, invoice));

            assertThat(one(tx -> invoices.invoice(tx, invoice.id()))).contains(invoice);
            assertThat(one(tx -> invoices.ofShipment(tx, invoice.shipment()))).contains(invoice);
            assertThat(one(tx -> invoices.invoice(tx, new InvoiceId("other")))).isEmpty();
        }

        @Test
        void aShipmentHasOneInvoice() {
            transactions.change(tx -> invoices.insert(tx, invoice));
            Invoice second = Samples.invoice(order, "nordlys", "1002", invoice.shipment(), NOW);

            assertConflict(() -> transactions.change(tx -> invoices.insert(tx, second)));
        }

        @Test
        void aNumberIsUsedOnceByEachSeller() {
            transactions.change(tx -> invoices.insert(tx, invoice));
            transactions.change(tx -> invoices.insert(tx, invoice("other", "1001", 1)));

            assertConflict(() -> transactions.change(tx -> invoices.insert(tx, invoice("nordlys", "1001", 2))));
        }

        @Test
        void invoicesAreListedNewestFirstAndTheStatusIsNotLookedAt() {
            Invoice later = invoice("nordlys", "1002", 5);
            transactions.change(tx -> {
                invoices.insert(tx, invoice);
                invoices.insert(tx, later);
            });
            Filter mine = new Filter(
                    Optional.of(List.of(account)),
                    Optional.of(List.of(LIGHTING)),
                    Optional.of(org.torg.api.order.OrderStatus.CANCELLED));
            Filter foreign = new Filter(Optional.of(List.of(new AccountId("x"))), Optional.empty(), Optional.empty());

            List<InvoiceSummary> first =
                    all(tx -> invoices.find(tx, mine, Optional.of(order.id()), Optional.empty(), 1));
            assertThat(first)
                    .containsExactly(new InvoiceSummary(
                            later.id(),
                            "1002",
                            LIGHTING,
                            account,
                            order.id(),
                            order.number(),
                            later.shipment(),
                            later.date(),
                            later.dueDate(),
                            later.net(),
                            later.gross()));
            assertThat(all(tx -> invoices.find(tx, mine, Optional.empty(), Optional.of(later.id()), 5)))
                    .extracting(InvoiceSummary::id)
                    .containsExactly(invoice.id());
            assertThat(all(tx -> invoices.find(tx, foreign, Optional.empty(), Optional.empty(), 5)))
                    .isEmpty();
            assertThat(all(tx -> invoices.ofOrder(tx, order.id()))).containsExactly(invoice, later);
            assertThat(all(tx -> invoices.ofOrder(tx, new OrderId("other")))).isEmpty();
        }
    }
}
