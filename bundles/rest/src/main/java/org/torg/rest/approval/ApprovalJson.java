package org.torg.rest.approval;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.OrderId;
import org.torg.rest.http.Words;

/**
 * What was asked of a second person.
 *
 * @param total with VAT, as it was when it was asked for
 * @param message for those who may approve
 * @param order what it has become
 */
public record ApprovalJson(
        String id,
        String vendor,
        String account,
        Optional<String> location,
        String cart,
        String askedBy,
        Money total,
        Optional<String> message,
        String state,
        Instant askedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        Optional<String> order) {

    static ApprovalJson of(Approval approval) {
        return new ApprovalJson(
                approval.id().value(),
                approval.vendor().value(),
                approval.account().value(),
                approval.location().map(LocationId::value),
                approval.cart().value(),
                approval.askedBy().value(),
                approval.total(),
                Optional.of(approval.note()).filter(note -> !note.isEmpty()),
                Words.of(approval.state()),
                approval.askedAt(),
                approval.decidedBy().map(UserId::value),
                approval.decidedAt(),
                approval.reason(),
                approval.order().map(OrderId::value));
    }
}
