package org.torg.api.invoice;

import java.time.LocalDate;
import org.joda.money.Money;
import org.torg.api.account.AccountId;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.OrderId;
import org.torg.api.vendor.VendorId;

/** An invoice in a list. */
public record InvoiceSummary(
        InvoiceId id,
        String number,
        VendorId vendor,
        AccountId account,
        OrderId order,
        String orderNumber,
        ShipmentId shipment,
        LocalDate date,
        LocalDate dueDate,
        Money net,
        Money gross) {}
