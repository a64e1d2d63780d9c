package org.torg.rest.quickorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torg.api.cart.CartId;
import org.torg.api.order.OrderId;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Source;
import org.torg.api.quickorder.QuickOrders.Target;
import org.torg.api.quote.ProjectListId;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.PriceRequestJson;

/** What is sent to order by article number. */
final class QuickOrderBody {

    private static final int CELL = 1_000;
    private static final int ID = 64;

    private QuickOrderBody() {}

    /** What rows there are, and how they are to be read. */
    record Sheet(Optional<VendorId> vendor, Source source, boolean defaults) {}

    /** As it was typed: whether it is an article and a quantity is for the report to say. */
    public record TypedRowJson(Optional<String> article, Optional<String> quantity) {

        private Source.Typed read(Faults faults, String at) {
            return new Source.Typed(cell(faults, at + "/article", article), cell(faults, at + "/quantity", quantity));
        }

        private static String cell(Faults faults, String at, Optional<String> cell) {
            String text = cell.orElse("");
            faults.holds(text.length() <= CELL, at, "text-too-long", "This is too long.");
            return text;
        }
    }

    /**
     * One of {@code rows}, {@code text} and {@code order}.
     *
     * @param text as it was pasted
     * @param order an earlier one
     * @param defaults whether articles that need a configuration are taken as their models have them at the start
     */
    public record QuickOrderRowsJson(
            Optional<String> vendor,
            Optional<List<TypedRowJson>> rows,
            Optional<String> text,
            Optional<String> order,
            Optional<Boolean> defaults) {

        Sheet read() {
            Faults faults = new Faults();
            return faults.settle(read(faults));
        }

        private Sheet read(Faults faults) {
            return new Sheet(
                    PriceRequestJson.vendor(faults, "/vendor", vendor),
                    source(faults, rows, text, order),
                    defaults.orElse(false));
        }
    }

    /**
     * The same, with where good rows go: into a new cart when neither is given.
     *
     * @param cart an open one
     */
    public record NewQuickOrderJson(
            Optional<String> vendor,
            Optional<String> cart,
            Optional<String> projectList,
            Optional<List<TypedRowJson>> rows,
            Optional<String> text,
            Optional<String> order,
            Optional<Boolean> defaults) {

        record Read(Target target, Source source, boolean defaults) {}

        Read read() {
            Faults faults = new Faults();
            Sheet asked = new QuickOrderRowsJson(vendor, rows, text, order, defaults).read(faults);
            faults.holds(
                    cart.isEmpty() || projectList.isEmpty(),
                    "/cart",
                    "target-ambiguous",
                    "Name a cart or a list, not both.");
            Target target = target(
                    asked.vendor(), faults.text("/cart", cart, ID), faults.text("/projectList", projectList, ID));
            return faults.settle(new Read(target, asked.source(), asked.defaults()));
        }
    }

    static Target target(Optional<VendorId> vendor, Optional<String> cart, Optional<String> list) {
        return cart.<Target>map(id -> new Target.IntoCart(new CartId(id)))
                .or(() -> list.map(id -> new Target.OntoList(new ProjectListId(id))))
                .orElseGet(() -> new Target.NewCart(vendor));
    }

    private static Source source(
            Faults faults, Optional<List<TypedRowJson>> rows, Optional<String> text, Optional<String> order) {
        long given = Stream.of(rows, text, order).filter(Optional::isPresent).count();
        faults.holds(given == 1, "", "rows-missing", "Give one of: rows, text, order.");
        if (order.isPresent()) {
            return new Source.Earlier(
                    new OrderId(faults.text("/order", order, ID).orElse("-")));
        }
        if (text.isPresent()) {
            return new Source.Text(text.get());
        }
        List<Source.Typed> typed = new ArrayList<>(
                faults.each("/rows", rows, QuickOrders.MAX_ROWS, "rows-too-many", (at, row) -> row.read(faults, at)));
        return new Source.Rows(typed);
    }
}
