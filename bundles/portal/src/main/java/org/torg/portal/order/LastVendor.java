package org.torg.portal.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.Orders;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Visit;

/** From whom a company bought last: with that vendor its forms begin. */
@Component(service = LastVendor.class)
public final class LastVendor {

    private final Orders orders;

    @Activate
    public LastVendor(@Reference Orders orders) {
        this.orders = orders;
    }

    /** The first one for who has bought from none that is here; empty while there is no vendor. */
    public Optional<VendorId> of(Visit visit) {
        List<VendorId> here =
                visit.reader().vendors().stream().map(VendorDescriptor::id).toList();
        return here.size() < 2
                ? here.stream().findFirst()
                : last(visit).filter(here::contains).or(() -> here.stream().findFirst());
    }

    private Optional<VendorId> last(Visit visit) {
        Outcome<Page<OrderSummary>> newest = orders.find(
                visit.caller(),
                new OrderQuery(Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(1)));
        return newest.isDone()
                ? newest.orElseThrow().items().stream().findFirst().map(OrderSummary::vendor)
                : Optional.empty();
    }
}
