package org.torg.portal.office.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.Simulations.Simulated;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Statuses;

/**
 * The page as it stands.
 *
 * @param account as which customer
 * @param sought customers that were looked for by name
 * @param typed what is asked, to be shown again
 * @param vendors of whom one may ask
 * @param rows what was typed as lines
 * @param names of articles that are sold today
 */
public record Trial(
        Optional<Account> account,
        List<Accounts.Summary> sought,
        Fields typed,
        List<VendorDescriptor> vendors,
        TypedRows rows,
        Map<Sku, String> names,
        Optional<Simulated> simulated,
        Optional<Refusal> refusal) {

    private static final Pattern LINE = Pattern.compile("/(?:lines|request/lines)/([0-9]{1,4})(?:/.*)?");

    public Trial {
        sought = List.copyOf(sought);
        vendors = List.copyOf(vendors);
        names = Map.copyOf(names);
    }

    int status() {
        return refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
    }

    /** Rows that are no article and quantity, in words. */
    public String badRows(Reader reader) {
        return String.join(", ", rows.bad().stream().map(reader::number).toList());
    }

    public boolean hasBadRows() {
        return !rows.bad().isEmpty();
    }

    public String name(Sku sku) {
        return names.getOrDefault(sku, "");
    }

    public List<TraceEntry> steps(PricedCart.PricedLine line) {
        return simulated.stream()
                .flatMap(found -> found.priced().trace().stream())
                .filter(step -> step.line().filter(line.id()::equals).isPresent())
                .toList();
    }

    /** Those on the order as a whole. */
    public List<TraceEntry> steps() {
        return simulated.stream()
                .flatMap(found -> found.priced().trace().stream())
                .filter(step -> step.line().isEmpty())
                .toList();
    }

    public boolean isChosen(DeliveryOption option) {
        return simulated
                .flatMap(found -> found.priced().deliveryOption())
                .filter(chosen -> chosen.code().equals(option.code()))
                .isPresent();
    }

    /** The typed row that a refusal points to. */
    public Optional<String> row(Refusal.Detail detail) {
        Matcher pointer = LINE.matcher(detail.field());
        if (!pointer.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(pointer.group(1));
        return index < rows.lines().size()
                ? Optional.of(rows.lines().get(index).id().value())
                : Optional.empty();
    }
}
