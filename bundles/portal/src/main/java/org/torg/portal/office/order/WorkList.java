package org.torg.portal.office.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Page;
import org.torg.api.order.WorkLists;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.Period;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

/**
 * The work list as it is shown.
 *
 * @param vendors at which the reader sees orders
 * @param vendor of which alone it is
 * @param views of these; one of them is shown
 * @param priced vendors whose prices the reader may see
 * @param period in which the orders were placed
 * @param asked as it stands in the address
 */
public record WorkList(
        List<VendorDescriptor> vendors,
        Optional<VendorId> vendor,
        List<WorkView> views,
        WorkView view,
        List<WorkLists.Count> counts,
        Page<WorkLists.Item> page,
        List<VendorId> priced,
        Period period,
        Fields asked) {

    public WorkList {
        vendors = List.copyOf(vendors);
        views = List.copyOf(views);
        counts = List.copyOf(counts);
        priced = List.copyOf(priced);
    }

    /** Whether amounts are told of anything here; else there is no column for them. */
    public boolean isPriced() {
        return !priced.isEmpty();
    }

    /** Whether more than a view is asked for. */
    public boolean isNarrow() {
        return period.isBounded() || asked.text("q").isPresent();
    }

    /** The same view without what it is narrowed by. */
    public String wide() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("view", List.of(view.code()));
        asked.text("vendor").ifPresent(chosen -> fields.put("vendor", List.of(chosen)));
        return "/office/orders?" + Paths.query(new Fields(fields));
    }

    public String at(WorkView other) {
        return address(other.code(), Optional.empty());
    }

    public String older() {
        return address(view.code(), page.next());
    }

    private String address(String code, Optional<String> after) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("view", List.of(code));
        asked.text("vendor").ifPresent(chosen -> fields.put("vendor", List.of(chosen)));
        asked.text("q").ifPresent(text -> fields.put("q", List.of(text)));
        period.from().ifPresent(day -> fields.put(Period.FROM, List.of(day.toString())));
        period.until().ifPresent(day -> fields.put(Period.UNTIL, List.of(day.toString())));
        after.ifPresent(cursor -> fields.put("after", List.of(cursor)));
        return "/office/orders?" + Paths.query(new Fields(fields));
    }
}
