package org.torg.kernel.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quote.ProjectList.Line;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;

/** Sees that what goes on a list exists, and says of each line what is wrong with it. One statement. */
@Component(service = ListLines.class)
public final class ListLines {

    private final Transactions transactions;
    private final CatalogStore catalog;

    @Activate
    public ListLines(@Reference Transactions transactions, @Reference CatalogStore catalog) {
        this.transactions = transactions;
        this.catalog = catalog;
    }

    /** The lines without ids of their own yet. */
    Outcome<List<Line>> judge(VendorId vendor, List<NewLine> lines) {
        Set<Sku> asked = lines.stream()
                .map(NewLine::sku)
                .filter(sku -> Sku.isValid(sku.value()))
                .collect(Collectors.toSet());
        Set<Sku> known = new HashSet<>();
        if (!asked.isEmpty()) {
            transactions
                    .read(tx -> catalog.variants(tx, vendor, asked))
                    .forEach(found -> known.add(found.variant().sku()));
        }
        List<Refusal> faults = new ArrayList<>();
        List<Line> judged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NewLine line = lines.get(i);
            fault(line, "/lines/" + i, known).ifPresent(faults::add);
            judged.add(new Line(new LineId("new"), line.sku(), line.quantity(), Optional.empty(), line.note()));
        }
        return faults.isEmpty()
                ? Outcome.done(judged)
                : Outcome.refused(faults.get(0)
                        .with(faults.stream()
                                .flatMap(fault -> fault.details().stream())
                                .toList()));
    }

    private static Optional<Refusal> fault(NewLine line, String pointer, Set<Sku> known) {
        if (!known.contains(line.sku())) {
            return Optional.of(refusal(
                    "sku-unknown",
                    pointer + "/sku",
                    "There is no article {0}.",
                    Argument.text(line.sku().value())));
        }
        return quantity(line.quantity(), pointer + "/quantity")
                .or(() -> line.note().flatMap(note -> Words.note(note, pointer + "/note")))
                .or(() -> line.answers()
                        .map(unused -> refusal(
                                "configuration-none", pointer + "/answers", "This article is not configured.")));
    }

    static Optional<Refusal> quantity(int quantity, String pointer) {
        return quantity >= 1 && quantity <= PriceRequest.MAX_QUANTITY
                ? Optional.empty()
                : Optional.of(refusal(
                        "quantity-invalid",
                        pointer,
                        "A quantity is 1 to {0}.",
                        Argument.number(PriceRequest.MAX_QUANTITY)));
    }

    private static Refusal refusal(String code, String pointer, String why, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, why, arguments)
                .with(List.of(Refusal.detail(pointer, code, why, arguments)));
    }
}
