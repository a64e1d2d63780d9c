package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.CatalogStore.StockedVariant;

/** What can be wrong with a price request. All faults of one sort are named at once, by JSON pointers into the request. */
final class RequestCheck {

    private RequestCheck() {}

    /** What can be said without looking anything up. */
    static Optional<Refusal> form(PriceRequest request, CurrencyUnit currency) {
        Optional<CurrencyUnit> stated = request.currency();
        if (stated.isPresent() && !stated.get().equals(currency)) {
            return Optional.of(refusal(
                    "currency-mismatch",
                    "Prices are in {0}.",
                    List.of(Refusal.detail(
                            "/currency", "currency-mismatch", "Prices are in {0}.", Argument.text(currency.getCode()))),
                    Argument.text(currency.getCode())));
        }
        if (request.lines().isEmpty()) {
            return Optional.of(whole("lines-missing", "There is no line."));
        }
        if (request.lines().size() > PriceRequest.MAX_LINES) {
            return Optional.of(
                    whole("lines-too-many", "There are more than {0} lines.", Argument.number(PriceRequest.MAX_LINES)));
        }
        return lines(request.lines());
    }

    private static Optional<Refusal> lines(List<PriceRequest.Line> lines) {
        List<Refusal.Detail> quantities = new ArrayList<>();
        List<Refusal.Detail> duplicates = new ArrayList<>();
        Set<LineId> ids = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            PriceRequest.Line line = lines.get(i);
            if (line.quantity() < 1 || line.quantity() > PriceRequest.MAX_QUANTITY) {
                quantities.add(Refusal.detail(
                        "/lines/" + i + "/quantity",
                        "quantity-invalid",
                        "A quantity is 1 to {0}.",
                        Argument.number(PriceRequest.MAX_QUANTITY)));
            }
            if (!ids.add(line.id())) {
                duplicates.add(
                        Refusal.detail("/lines/" + i + "/id", "line-duplicate", "Another line has the same id."));
            }
        }
        if (!quantities.isEmpty()) {
            return Optional.of(refusal(
                    "quantity-invalid",
                    "A quantity is 1 to {0}.",
                    quantities,
                    Argument.number(PriceRequest.MAX_QUANTITY)));
        }
        return duplicates.isEmpty()
                ? Optional.empty()
                : Optional.of(refusal("line-duplicate", "Two lines have the same id.", duplicates));
    }

    static Optional<Refusal> articles(PriceRequest request, Map<Sku, StockedVariant> known) {
        List<Refusal.Detail> unknown = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            Sku sku = request.lines().get(i).sku();
            if (!known.containsKey(sku)) {
                unknown.add(Refusal.detail(
                        "/lines/" + i + "/sku", "sku-unknown", "There is no article {0}.", Argument.text(sku.value())));
            }
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(refusal("sku-unknown", "There is no such article.", unknown));
    }

    private static Refusal whole(String code, String english, Argument... arguments) {
        return refusal(code, english, List.of(Refusal.detail("/lines", code, english, arguments)), arguments);
    }

    private static Refusal refusal(String code, String english, List<Refusal.Detail> details, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english, arguments).with(details);
    }
}
