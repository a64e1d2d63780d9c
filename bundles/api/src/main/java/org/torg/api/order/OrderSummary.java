package org.torg.api.order;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.account.AccountId;
import org.torg.api.vendor.VendorId;

/** An order in a list. */
public record OrderSummary(
        OrderId id,
        String number,
        VendorId vendor,
        AccountId account,
        OrderStatus status,
        Instant placedAt,
        Money net,
        Money gross,
        int lineCount,
        Optional<String> purchaseOrderReference) {}
