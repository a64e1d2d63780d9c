package org.torg.api.order;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * What the vendor's staff have to do about an order besides delivering it, such as fetching models (D33).
 *
 * @param orderNumber for people
 * @param line that brought it
 * @param code as the model of the day has it
 * @param version the entity tag
 */
public record OrderTask(
        OrderTaskId id,
        OrderId order,
        String orderNumber,
        VendorId vendor,
        AccountId account,
        Optional<LocationId> location,
        LineId line,
        String code,
        Message label,
        State state,
        Instant createdAt,
        Optional<UserId> doneBy,
        Optional<Instant> doneAt,
        long version) {

    public enum State {
        OPEN,
        DONE
    }

    public OrderTask done(UserId by, Instant at) {
        return new OrderTask(
                id,
                order,
                orderNumber,
                vendor,
                account,
                location,
                line,
                code,
                label,
                State.DONE,
                createdAt,
                Optional.of(by),
                Optional.of(at),
                version + 1);
    }
}
