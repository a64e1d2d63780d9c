package org.torg.rest.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.Orders;
import org.torg.api.pricing.LineId;
import org.torg.api.upload.Upload;
import org.torg.api.vendor.Workflow;
import org.torg.http.Wording;
import org.torg.rest.account.AddressJson;
import org.torg.rest.account.ExternalIdJson;
import org.torg.rest.http.Words;
import org.torg.rest.pricing.ConfigurationJson;
import org.torg.rest.pricing.PriceJson;

/**
 * A placed order.
 *
 * @param approvedBy the second person, where one was needed
 * @param status of the kernel
 * @param state refines it in the vendor's words
 * @param revision grows with every change of what was bought
 * @param cancellations absent in the reply to who places an order
 * @param agreedBy how the buyer agreed on the price
 * @param price as it was agreed, with its trace
 */
public record OrderJson(
        String id,
        String number,
        String vendor,
        String account,
        Optional<String> location,
        String placedBy,
        Optional<String> actingFor,
        Optional<String> approvedBy,
        String channel,
        String status,
        StateJson state,
        int revision,
        long version,
        Instant placedAt,
        Instant changedAt,
        List<OrderLineJson> lines,
        Optional<List<OrderCancellationJson>> cancellations,
        List<LineDetailJson> details,
        Money net,
        Money vatTotal,
        Money gross,
        String agreedBy,
        String customerNumber,
        Optional<String> organisationNumber,
        AddressJson billing,
        DeliveryJson delivery,
        String email,
        Optional<String> phone,
        Optional<String> purchaseOrderReference,
        String paymentMethod,
        Optional<String> note,
        List<ExternalIdJson> externalIds,
        String language,
        String termsHash,
        String textsHash,
        PriceJson price) {

    /** @param label the vendor's word for it; the code while the vendor is away */
    public record StateJson(String code, String label, Optional<String> explanation) {

        static StateJson of(String code, Wording wording) {
            Optional<Workflow.State> state = wording.state(code);
            return new StateJson(
                    code,
                    state.map(known -> wording.of(known.label())).orElse(code),
                    state.map(known -> wording.of(known.explanation())));
        }
    }

    /**
     * @param open neither shipped nor cancelled
     * @param net of the ordered quantity after all adjustments, without VAT
     * @param promised when it is expected to leave
     * @param partOf the configured line that was bought and yields it
     */
    public record OrderLineJson(
            String id,
            int position,
            String sku,
            String name,
            int ordered,
            int cancelled,
            int shipped,
            int open,
            BigMoney listPrice,
            Money listAmount,
            Money net,
            String vatCategory,
            String stockPolicy,
            BigDecimal weightKg,
            boolean bulky,
            Optional<LocalDate> promised,
            Optional<String> partOf) {

        static OrderLineJson of(OrderLine line, Wording wording) {
            return new OrderLineJson(
                    line.id().value(),
                    line.position(),
                    line.sku().value(),
                    wording.of(line.name()),
                    line.ordered(),
                    line.cancelled(),
                    line.shipped(),
                    line.open(),
                    line.listPrice(),
                    line.listAmount(),
                    line.net(),
                    line.vatCategory(),
                    Words.of(line.stockPolicy()),
                    line.weightKg(),
                    line.bulky(),
                    line.promised(),
                    line.partOf().map(LineId::value));
        }
    }

    /**
     * What was bought with a configuration, or for somebody.
     *
     * @param tasks codes of what it brought for the vendor to do
     * @param files that its answers name, as far as the caller may see them; absent in the reply to who places an order
     */
    public record LineDetailJson(
            String line,
            String sku,
            int quantity,
            Optional<ConfigurationJson> configuration,
            Optional<String> recipient,
            List<String> tasks,
            Optional<List<LineFileJson>> files) {

        static LineDetailJson of(Order.LineDetail detail, Optional<List<Orders.LineFile>> files) {
            return new LineDetailJson(
                    detail.line().value(),
                    detail.sku().value(),
                    detail.quantity(),
                    detail.configuration().map(ConfigurationJson::of),
                    detail.recipient().map(RecipientId::value),
                    detail.tasks(),
                    files.map(all -> all.stream()
                            .filter(file -> file.line().equals(detail.line()))
                            .map(LineFileJson::of)
                            .toList()));
        }
    }

    /**
     * Its content is at {@code /uploads/{id}/content}.
     *
     * @param size bytes of what is kept
     * @param sha256 of exactly these bytes
     */
    public record LineFileJson(
            String id, String type, Optional<String> label, Optional<Long> size, Optional<String> sha256) {

        static LineFileJson of(Orders.LineFile file) {
            Upload upload = file.upload();
            return new LineFileJson(
                    upload.id().value(),
                    Words.of(upload.type()),
                    upload.label(),
                    upload.stored().map(Upload.Stored::size),
                    upload.stored().map(Upload.Stored::sha256));
        }

        @Override
        public String toString() {
            return "LineFileJson[" + id + "]";
        }
    }

    /** An order in a list. */
    public record OrderSummaryJson(
            String id,
            String number,
            String vendor,
            String account,
            String status,
            Instant placedAt,
            Money net,
            Money gross,
            int lineCount,
            Optional<String> purchaseOrderReference) {

        static OrderSummaryJson of(OrderSummary order) {
            return new OrderSummaryJson(
                    order.id().value(),
                    order.number(),
                    order.vendor().value(),
                    order.account().value(),
                    Words.of(order.status()),
                    order.placedAt(),
                    order.net(),
                    order.gross(),
                    order.lineCount(),
                    order.purchaseOrderReference());
        }
    }

    /**
     * What was taken back, and why.
     *
     * @param revision of the order that came of it
     * @param quantities by line
     */
    public record OrderCancellationJson(
            int revision, Instant at, Map<String, Integer> quantities, Optional<String> reason) {

        static OrderCancellationJson of(Cancellation cancellation) {
            Map<String, Integer> quantities = new TreeMap<>();
            cancellation.quantities().forEach((line, quantity) -> quantities.put(line.value(), quantity));
            return new OrderCancellationJson(
                    cancellation.revision(), cancellation.at(), quantities, cancellation.reason());
        }

        @Override
        public String toString() {
            return "OrderCancellationJson";
        }
    }

    /** As a reply to who has placed it: without what was taken back since. */
    public static OrderJson of(Order order, Wording wording) {
        return of(order, Optional.empty(), Optional.empty(), wording);
    }

    static OrderJson of(
            Order order,
            Optional<List<Cancellation>> cancellations,
            Optional<List<Orders.LineFile>> files,
            Wording wording) {
        Order.Snapshot snapshot = order.snapshot();
        return new OrderJson(
                order.id().value(),
                order.number(),
                order.vendor().value(),
                order.account().value(),
                order.location().map(LocationId::value),
                order.placedBy().value(),
                order.actingFor().map(UserId::value),
                order.approvedBy().map(UserId::value),
                order.channel(),
                Words.of(order.status()),
                StateJson.of(order.workflowState(), wording),
                order.revision(),
                order.version(),
                order.placedAt(),
                order.changedAt(),
                order.lines().stream()
                        .map(line -> OrderLineJson.of(line, wording))
                        .toList(),
                cancellations.map(
                        all -> all.stream().map(OrderCancellationJson::of).toList()),
                order.details().stream()
                        .map(detail -> LineDetailJson.of(detail, files))
                        .toList(),
                order.price().net(),
                order.price().vatTotal(),
                order.price().gross(),
                Words.of(order.agreedBy()),
                snapshot.customerNumber(),
                snapshot.organisationNumber(),
                AddressJson.of(snapshot.billing()),
                DeliveryJson.of(snapshot.delivery()),
                snapshot.contact().email(),
                snapshot.contact().phone(),
                snapshot.purchaseOrderReference(),
                Words.of(snapshot.payment()),
                snapshot.note(),
                snapshot.externalIds().stream().map(ExternalIdJson::of).toList(),
                snapshot.language(),
                order.termsHash(),
                order.textsHash(),
                PriceJson.of(order.price(), wording));
    }
}
